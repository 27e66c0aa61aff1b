namespace IncidentServerless.ApiModels.Naming;

/// <summary>
/// What Step Functions' <c>aws-sdk:</c> integrations call the parts of an API. Their names are those of the AWS SDK for Java 2, the
/// members' with a capital in front.
/// </summary>
public static class StepFunctionsNames
{
    private const string Exception = "Exception";
    private const string Fault = "Fault";

    /// <summary>The service in error names: <c>Cost Explorer</c> is <c>CostExplorer</c>, <c>Config Service</c> is <c>Config</c>.</summary>
    /// <param name="serviceId">The model's <c>serviceId</c>.</param>
    public static string ErrorPrefix(string serviceId) => Without("Service", Words.Pascal(serviceId));

    /// <summary>The service in a Resource: <c>costexplorer</c>.</summary>
    /// <param name="serviceId">The model's <c>serviceId</c>.</param>
    public static string Service(string serviceId) => ErrorPrefix(serviceId).ToLowerInvariant();

    /// <summary>The operation in a Resource: <c>GetCostAndUsage</c> is <c>getCostAndUsage</c>.</summary>
    public static string Action(string operation) => Words.Camel(operation);

    /// <summary>A member of Arguments or of a result: <c>clusterArn</c> is <c>ClusterArn</c>, <c>DBInstanceArn</c> is <c>DbInstanceArn</c>.</summary>
    public static string Member(string member) => Words.Capital(Words.Camel(member));

    /// <summary>An error, without the service: <c>InternalServerError</c> is <c>InternalServerErrorException</c>, <c>DBInstanceNotFoundFault</c> is <c>DbInstanceNotFoundException</c>.</summary>
    public static string Error(string error) => Without(Exception, Words.Pascal(Without(Fault, error))) + Exception;

    private static string Without(string ending, string name) => name.EndsWith(ending, StringComparison.Ordinal) ? name[..^ending.Length] : name;
}
