using System.Text.Json.Nodes;
using IncidentServerless.LocalCloud.Clock;

namespace IncidentServerless.LocalCloud.Boot;

/// <summary>One world: a stack at a time.</summary>
public sealed record WorldOptions
{
    /// <summary>The CloudFormation template, as CDK synthesises it.</summary>
    public required JsonObject Template { get; init; }

    public required ICloudClock Clock { get; init; }

    /// <summary>Default: <c>Incident</c>.</summary>
    public string StackName { get; init; } = "Incident";

    /// <summary>Twelve digits. Default: 111122223333.</summary>
    public string Account { get; init; } = "111122223333";

    /// <summary>Default: eu-west-1.</summary>
    public string Region { get; init; } = "eu-west-1";

    /// <summary>Values of the template's parameters; the others take their default.</summary>
    public IReadOnlyDictionary<string, string> Parameters { get; init; } = new Dictionary<string, string>();

    /// <summary>What services answer that are not emulated: <c>{"lambda:PutFunctionConcurrency": [{"when": pattern, "after": call, "answer": …} | {…, "fail": {"error", "message"}}]}</c>.</summary>
    public JsonObject AccountAnswers { get; init; } = [];
}
