using System.Text.Json.Nodes;
using IncidentServerless.Cli.Scenarios.Alarms;
using IncidentServerless.Cli.Scenarios.Playing;
using IncidentServerless.Cli.Scenarios.Reading;

namespace IncidentServerless.Cli.Scenarios.Script;

/// <summary>CloudWatch puts an alarm's change on EventBridge; or any event in EventBridge's own shape.</summary>
/// <param name="Change">Null when <paramref name="Envelope"/> is given.</param>
/// <param name="Envelope">A whole event; id and time are filled in when they are missing.</param>
public sealed record PutEvents(AlarmChange? Change, JsonObject? Envelope, Storm Storm) : Deed
{
    internal static PutEvents? Read(StoryMembers members)
    {
        var storm = members.OptionalObject("storm", Storm.Read) ?? Storm.One;
        if (members.OptionalObject("event") is { } envelope && envelope.ContainsKey("detail-type"))
        {
            return new PutEvents(null, envelope, storm);
        }

        return members.OptionalObject("event", AlarmChange.Read) is { } change ? new PutEvents(change, null, storm) : null;
    }

    internal override async Task PerformAsync(Stage stage)
    {
        var events = Enumerable.Range(0, Storm.Copies).Select(copy => EventOf(stage, copy)).ToList();
        foreach (var copy in Storm.Order())
        {
            await stage.Cloud.PutEventAsync((JsonObject)events[copy].DeepClone());
        }
    }

    private JsonObject EventOf(Stage stage, int copy)
    {
        var id = stage.NextEventId();
        var identity = stage.Cloud.Stack.Identity;
        if (Change is { } change)
        {
            return AlarmEnvelope.Of(change, id, stage.Now + change.Occurred + (Storm.Apart * copy), identity.Account, identity.Region);
        }

        var envelope = (JsonObject)Envelope!.DeepClone();
        envelope.TryAdd("id", id);
        return envelope;
    }
}
