using IncidentServerless.LocalCloud.Endpoint;
using IncidentServerless.LocalCloud.StepFunctions;

namespace IncidentServerless.LocalCloud.Integrations;

/// <summary>A service's refusal as Step Functions names it, for the optimised integrations and for <c>aws-sdk:</c>, which differ.</summary>
internal static class TaskErrors
{
    // What the SDKs have no class for comes as the service's general exception.
    private static readonly HashSet<string> Unmodelled = ["AccessDeniedException", "AccessDenied", "MissingAnswer", "InvalidAction", "UnknownOperationException", "SerializationException"];

    // The same of what any service may refuse with, which only `aws-sdk:` meets here, and the few services that have a class for it.
    private static readonly HashSet<string> Common =
    [
        "ExpiredTokenException", "InternalFailure", "RequestExpired", "ServiceUnavailable", "Throttling", "ThrottlingException", "UnrecognizedClientException",
        "ValidationError",
    ];

    private static readonly HashSet<(string Service, string Code)> Modelled =
    [
        ("budgets", "AccessDeniedException"), ("budgets", "ThrottlingException"), ("dynamodb", "ThrottlingException"), ("ecs", "AccessDeniedException"),
    ];

    public static TaskFailedException Optimised(string service, AwsError error, string requestId)
    {
        var (prefix, client) = service switch
        {
            "lambda" => ("Lambda", "AWSLambda"),
            "sns" => ("SNS", "AmazonSNS"),
            "sqs" => ("SQS", "AmazonSQS"),
            "dynamodb" => ("DynamoDB", "AmazonDynamoDBv2"),
            "events" => ("EventBridge", "AmazonEventBridge"),
            _ => (SdkNames.ErrorPrefix(service), SdkNames.ErrorPrefix(service)),
        };
        var general = service == "dynamodb" ? "AmazonDynamoDBException" : $"{client}Exception";
        return new($"{prefix}.{Name(error, general)}", $"{error.Message} (Service: {client}; Status Code: {error.Status}; Error Code: {error.Code}; Request ID: {requestId}; Proxy: null)");
    }

    public static TaskFailedException Sdk(string service, AwsError error, string requestId)
    {
        var prefix = SdkNames.ErrorPrefix(service);
        var general = $"{prefix}Exception";
        var name = Modelled.Contains((service, error.Code)) ? error.Code : Common.Contains(error.Code) ? general : Name(error, general);
        return new($"{prefix}.{name}", $"{error.Message} (Service: {prefix}, Status Code: {error.Status}, Request ID: {requestId}) (SDK Attempt Count: 1)");
    }

    private static string Name(AwsError error, string general) =>
        Unmodelled.Contains(error.Code) ? general : error.Code.EndsWith("Exception", StringComparison.Ordinal) ? error.Code : error.Code + "Exception";
}
