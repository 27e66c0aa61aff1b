using IncidentServerless.Domain.Messages.Text;
using IncidentServerless.Domain.Signals.Envelopes;

namespace IncidentServerless.Domain.Evidence.General;

/// <summary>What was changed by others than this suite.</summary>
internal static class Changes
{
    private const string Suite = "IncidentServerless";
    private const int LongestArn = 300;

    public static IEnumerable<Change> In(GeneralEvidence evidence) =>
        Stacks(evidence.Stacks).Concat(Functions(evidence.Functions)).Concat(Services(evidence.Deployments)).Distinct();

    /// <summary>Whether the name can be shown, and is none of this suite's own.</summary>
    public static bool IsOthers(string name) => name.Length > 0 && !name.StartsWith(Suite, StringComparison.Ordinal);

    private static IEnumerable<Change> Stacks(Gathered<StackChange>? stacks) =>
        from told in stacks.Told()
        let name = PlainName.Of(told.Stack)
        let at = EventTime.First(told.At)
        where at is not null && IsOthers(name)
        select new Change($"Stack {name} {Verb(PlainName.Of(told.Status))}", at.Value);

    private static IEnumerable<Change> Functions(Gathered<FunctionChange>? functions) =>
        from told in functions.Told()
        let name = FunctionName(PlainText.Line(told.Function, LongestArn))
        let at = EventTime.First(told.At)
        where at is not null && IsOthers(name)
        select new Change(Deed(told.What, name), at.Value);

    private static IEnumerable<Change> Services(Gathered<ServiceDeployment>? deployments) =>
        from told in deployments.Told()
        let name = LastPart(told.Service)
        let cluster = LastPart(told.Cluster)
        let at = EventTime.First(told.At)
        where at is not null && IsOthers(name) && (cluster.Length == 0 || IsOthers(cluster))
        let service = cluster.Length > 0 ? $"service {name} on cluster {cluster}" : $"service {name}"
        select new Change(told.State switch
        {
            "FAILED" => $"A deployment of {service}, which failed, began",
            "IN_PROGRESS" => $"A deployment of {service}, which goes on, began",
            _ => $"A deployment of {service} began",
        }, at.Value);

    // CloudFormation tells when the change began, and how it stands now.
    private static string Verb(string status) => status switch
    {
        _ when status.Contains("ROLLBACK", StringComparison.Ordinal) => $"was changed and rolled back ({status})",
        _ when status.Contains("FAILED", StringComparison.Ordinal) => $"was changed and failed ({status})",
        "CREATE_COMPLETE" => "was created",
        "UPDATE_COMPLETE" or "UPDATE_COMPLETE_CLEANUP_IN_PROGRESS" => "was updated",
        "DELETE_COMPLETE" => "was deleted",
        _ when status.EndsWith("_IN_PROGRESS", StringComparison.Ordinal) => $"began to change ({status})",
        _ => "was changed",
    };

    // CloudTrail puts the version of Lambda's API behind the call's name.
    private static string Deed(string? call, string name) => call switch
    {
        _ when call?.StartsWith("UpdateFunctionCode", StringComparison.Ordinal) == true => $"Function {name} got new code",
        _ when call?.StartsWith("UpdateFunctionConfiguration", StringComparison.Ordinal) == true => $"Function {name} got new settings",
        _ when call?.StartsWith("PublishVersion", StringComparison.Ordinal) == true => $"Function {name} got a new version",
        _ when call?.StartsWith("UpdateAlias", StringComparison.Ordinal) == true => $"An alias of function {name} was changed",
        _ => $"Function {name} was changed",
    };

    // A call may have named the function by its ARN, and a version or alias behind it.
    private static string FunctionName(string told)
    {
        const string InArn = ":function:";
        var at = told.IndexOf(InArn, StringComparison.Ordinal);
        return PlainName.Of((at < 0 ? told : told[(at + InArn.Length)..]).Split(':')[0]);
    }

    // ECS names clusters and services by ARN or by name.
    private static string LastPart(string? name) => PlainName.Of(name?[(name.LastIndexOf('/') + 1)..]);
}
