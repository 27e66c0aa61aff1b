using IncidentServerless.LocalCloud.Endpoint;
using IncidentServerless.LocalCloud.StepFunctions;

namespace IncidentServerless.LocalCloud.Integrations;

/// <summary>A service's refusal as Step Functions names it, for the optimised integrations and for <c>aws-sdk:</c>, which differ.</summary>
internal static class TaskErrors
{
    // What the SDKs have no class for comes as the service's general exception.
    private static readonly HashSet<string> Unmodelled = ["AccessDeniedException", "AccessDenied", "MissingAnswer", "InvalidAction", "UnknownOperationException", "SerializationException"];

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
        return new($"{prefix}.{Name(error, prefix + "Exception")}", $"{error.Message} (Service: {prefix}, Status Code: {error.Status}, Request ID: {requestId}) (SDK Attempt Count: 1)");
    }

    private static string Name(AwsError error, string general) =>
        Unmodelled.Contains(error.Code) ? general : error.Code.EndsWith("Exception", StringComparison.Ordinal) ? error.Code : error.Code + "Exception";
}
