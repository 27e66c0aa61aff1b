using System.Text.Json.Nodes;
using IncidentServerless.Cli.Scenarios.Playing;
using IncidentServerless.Cli.Scenarios.Reading;
using IncidentServerless.LocalCloud.Faults;
using IncidentServerless.LocalCloud.Sinks;

namespace IncidentServerless.Cli.Scenarios.Script;

/// <summary>From now on something outside is broken: a service refuses functions' calls, tasks of workflows fail, or a vendor answers badly.</summary>
public abstract record InjectFault : Deed
{
    internal static InjectFault? Read(StoryMembers members) => members.OptionalObject("fault", inner =>
        inner.OneOf("service", "task", "vendor") switch
        {
            "service" => RefusedCalls.ReadInner(inner),
            "task" => FailedTasks.ReadInner(inner),
            "vendor" => VendorAnswers.ReadInner(inner),
            _ => null as InjectFault,
        });
}

/// <summary>An AWS service refuses calls of functions.</summary>
/// <param name="Service">As requests are signed for it: <c>states</c>, <c>dynamodb</c>, <c>kms</c>.</param>
/// <param name="Code">The error that it answers with.</param>
/// <param name="Times">How often; null until the script clears it.</param>
public sealed record RefusedCalls(string Service, string? Operation, string? Function, string Code, int Status, int? Times) : InjectFault
{
    internal static RefusedCalls ReadInner(StoryMembers members) => new(
        members.Text("service"),
        members.OptionalText("operation"),
        members.OptionalText("function"),
        members.Text("refuse"),
        members.Count("status", 400, least: 400),
        members.OptionalCount("times"));

    internal override Task PerformAsync(Stage stage)
    {
        stage.Tell($"From now on {Service}{(Operation is null ? "" : $":{Operation}")} answers {Code}{(Times is { } times ? $", {times} times" : "")}.");
        stage.Cloud.Faults.Add(new Fault
        {
            Service = Service,
            Operation = Operation,
            Function = Function is null ? null : stage.Suite.FunctionId(Function),
            Times = Times,
            Effect = new FaultEffect.Refuse(Code, "The service is not available.", Status),
        });
        return Task.CompletedTask;
    }
}

/// <summary>Tasks of workflows that call one API fail, and the call is not made.</summary>
/// <param name="Resource">The end of theirs: <c>sns:publish</c>.</param>
/// <param name="Error">As Step Functions names it: <c>SNS.ThrottledException</c>.</param>
/// <param name="Times">How often; null until the script clears it.</param>
public sealed record FailedTasks(string Resource, string Error, int? Times) : InjectFault
{
    internal static FailedTasks ReadInner(StoryMembers members) => new(members.Text("task"), members.Text("error"), members.OptionalCount("times"));

    internal override Task PerformAsync(Stage stage)
    {
        stage.Tell($"From now on {Resource} fails with {Error}{(Times is { } times ? $", {times} times" : "")}.");
        stage.Cloud.Faults.Add(new WorkflowFault { Resource = Resource, Error = Error, Cause = "The service is not available.", Times = Times });
        return Task.CompletedTask;
    }
}

/// <summary>A vendor answers as given instead of taking a message.</summary>
/// <param name="Vendor"><c>pagerDuty</c>, <c>slack</c> or <c>statusPage</c>.</param>
/// <param name="Body">The answer's body; empty unless told.</param>
/// <param name="Times">How often; null until the script clears it.</param>
public sealed record VendorAnswers(string Vendor, int Status, JsonObject? Body, int? Times) : InjectFault
{
    private static readonly Dictionary<string, string> Hosts = new() { ["pagerDuty"] = "events.pagerduty.com", ["slack"] = "slack.com", ["statusPage"] = "api.statuspage.io" };

    internal static VendorAnswers ReadInner(StoryMembers members)
    {
        var vendor = members.Text("vendor");
        if (!Hosts.ContainsKey(vendor))
        {
            members.Fault("vendor", $"expected one of {string.Join(", ", Hosts.Keys)}, found \"{vendor}\".");
        }

        return new VendorAnswers(vendor, members.Count("status", 200, least: 100), members.OptionalObject("body"), members.OptionalCount("times"));
    }

    internal override Task PerformAsync(Stage stage)
    {
        stage.Tell($"From now on {Vendor} answers {Status}{(Body is null ? "" : $" {Body.ToJsonString()}")}{(Times is { } times ? $", {times} times" : "")}.");
        var left = Times ?? int.MaxValue;
        stage.Cloud.Sinks.Fault(Hosts[Vendor], _ => Interlocked.Decrement(ref left) >= 0 ? new SinkAnswer(Status, Body?.DeepClone()) : null);
        return Task.CompletedTask;
    }
}
