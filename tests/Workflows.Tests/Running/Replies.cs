using System.Collections.Immutable;
using System.Text.Json.Nodes;
using IncidentServerless.Domain.Incidents;
using IncidentServerless.Domain.Paging;
using IncidentServerless.Domain.Severity;
using IncidentServerless.LocalCloud.StepFunctions;

namespace IncidentServerless.Workflows.Tests.Running;

/// <summary>Answers of functions and vendors.</summary>
internal static class Replies
{
    public static readonly NextWait FiveMinutes = new([Topic.Acknowledged, Topic.Changed], 300);

    public static IncidentAnswer Answer(IncidentStatus status, NextWait? wait, int version = 4, bool superseded = false) => new()
    {
        IncidentId = RunningSuite.IncidentId,
        Status = status,
        Severity = SeverityLevel.Sev2,
        Generation = 1,
        Version = version,
        Superseded = superseded,
        Wait = wait,
    };

    public static PagingStep Send(int level, ImmutableArray<SnsMessage> sns = default, ImmutableArray<SlackMessage> slack = default, ImmutableArray<PagerDutyMessage> pagerDuty = default, PagerDutyStatus? tell = null) => new()
    {
        Action = PagingAction.Send,
        Round = 1,
        Level = level,
        TellPagerDuty = tell,
        DecidedAt = RunningSuite.Start,
        Version = 3,
        Sns = sns.IsDefault ? [] : sns,
        Slack = slack.IsDefault ? [] : slack,
        PagerDuty = pagerDuty.IsDefault ? [] : pagerDuty,
    };

    public static PagingStep Wait(NextWait wait, int version) => new() { Action = PagingAction.Wait, DecidedAt = RunningSuite.Start, Version = version, Wait = wait };

    public static PagingStep Finish { get; } = new() { Action = PagingAction.Finish, DecidedAt = RunningSuite.Start, Version = 3 };

    public static SnsMessage Sns(string? recipient = null) => new(
        recipient,
        $"arn:aws:sns:eu-central-1:123456789012:{recipient ?? "everyone"}",
        "[SEV2] Metering fails",
        "Acknowledge: https://example.org/?t=1",
        ImmutableSortedDictionary<string, SnsAttribute>.Empty.Add("severity", new SnsAttribute("String", "SEV2")));

    public static SlackMessage Slack { get; } = new(new JsonObject { ["channel"] = "#incident-response", ["text"] = "Metering fails" });

    public static PagerDutyMessage PagerDuty { get; } = new(new JsonObject { ["event_action"] = "trigger", ["dedup_key"] = RunningSuite.IncidentId });

    public static JsonNode Http(int status, JsonNode? body) => new JsonObject { ["StatusCode"] = status, ["StatusText"] = "", ["Headers"] = new JsonObject(), ["ResponseBody"] = body };

    public static Func<JsonNode, JsonNode?> Fail(string error, string? cause = null) => _ => throw new TaskFailedException(error, cause);
}
