using System.Text.Json.Nodes;
using IncidentServerless.LocalCloud.StepFunctions;

namespace IncidentServerless.Conformance.Asl;

/// <summary>Answers the n-th call of a state as it was answered when the case was recorded, and notes requests that differ from the recorded ones.</summary>
/// <param name="complete">Answers a task's token: the operation and its members.</param>
internal sealed class RecordedIntegrations(ExecutionCase recorded, JsonComparison comparison, Func<string, JsonObject, Task> complete) : ITaskIntegrations
{
    // What tokens begin with.
    private const string TokenMark = "AQCE";

    private readonly List<JsonObject> open = [.. recorded.Mocks];
    private readonly Queue<JsonObject> endings = new(recorded.History
        .Where(item => (string)item!["type"]! is "TaskFailed" or "TaskSucceeded" or "TaskTimedOut")
        .Select(item => item!.AsObject()));

    /// <summary>The first request that differs; null for none.</summary>
    internal string? Difference { get; private set; }

    public async Task<JsonNode?> CallAsync(TaskRequest request, CancellationToken cancellation)
    {
        JsonObject? mock;
        lock (open)
        {
            mock = open.Find(candidate => (string?)candidate["state"] is not { } state || state == request.StateName);
            if (mock is null)
            {
                throw new TaskFailedException("Conformance.NotRecorded", $"There is no recorded call of {request.StateName} left.");
            }

            open.Remove(mock);
            var scheduled = mock["scheduled"]!.AsObject();
            Difference ??= comparison.Difference(scheduled["parameters"] ?? scheduled["input"], request.Arguments, $"request of {request.StateName}");
        }

        if (mock["submittedOutput"] is { } submitted)
        {
            await CompleteAsync(request, mock);
            return submitted.DeepClone();
        }

        return (string)mock["outcome"]! switch
        {
            "succeeded" => mock["output"]?.DeepClone(),
            "failed" => throw Failure(mock),
            "timedOut" => await NeverAsync(request, cancellation),
            _ => Ending(),
        };
    }

    private static TaskFailedException Failure(JsonNode mock) => new(Text(mock["error"]), Text(mock["cause"]));

    private static string? Text(JsonNode? node) => node is JsonObject or JsonArray ? node.ToJsonString() : (string?)node;

    private static async Task<JsonNode?> NeverAsync(TaskRequest request, CancellationToken cancellation)
    {
        await request.PassTimeUntilAsync(DateTimeOffset.MaxValue, cancellation);
        return null;
    }

    private async Task CompleteAsync(TaskRequest request, JsonObject mock)
    {
        if (Token(request.Arguments) is not { } token)
        {
            return;
        }

        switch ((string)mock["outcome"]!)
        {
            case "succeeded":
                await complete("SendTaskSuccess", new JsonObject { ["taskToken"] = token, ["output"] = mock["output"]?.ToJsonString() ?? "null" });
                break;
            case "failed":
                await complete("SendTaskFailure", new JsonObject { ["taskToken"] = token, ["error"] = Text(mock["error"]), ["cause"] = Text(mock["cause"]) });
                break;
        }
    }

    private static string? Token(JsonNode? arguments) => arguments switch
    {
        JsonObject members => members.Select(member => Token(member.Value)).FirstOrDefault(found => found is not null),
        JsonArray items => items.Select(Token).FirstOrDefault(found => found is not null),
        JsonValue value when value.TryGetValue<string>(out var text) && text.StartsWith(TokenMark, StringComparison.Ordinal) => text,
        _ => null,
    };

    // Inside of a Parallel the recording does not say which call had which answer; the history has the answers in order.
    private JsonNode? Ending()
    {
        var ending = endings.Dequeue();
        var details = ending["details"]!;
        return (string)ending["type"]! == "TaskSucceeded" ? details["output"]?.DeepClone() : throw Failure(details);
    }
}
