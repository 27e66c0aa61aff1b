using System.Security.Cryptography;
using System.Text;
using IncidentServerless.Domain.Incidents;
using IncidentServerless.Domain.Messages;
using IncidentServerless.Domain.Messages.Text;
using IncidentServerless.Domain.Signals.Envelopes;

namespace IncidentServerless.Domain.Responses.Webhooks;

/// <summary>What people do in PagerDuty, as its webhooks (v3) tell it.</summary>
public static class PagerDutyWebhook
{
    /// <summary>A signature has no time: what happened longer ago than this is not done any more, so that a recorded webhook is worth nothing later.</summary>
    public static readonly TimeSpan LongestAge = TimeSpan.FromHours(1);

    private const string Version = "v1=";
    private const int MostSignatures = 8;

    /// <summary>Whether the header (<c>X-PagerDuty-Signature: v1=hex,v1=hex</c>, several while a secret is rotated) signs the body. In constant time.</summary>
    public static bool IsGenuine(string? header, string secret, string body)
    {
        var expected = HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes(body));
        var genuine = false;
        foreach (var part in (header ?? "").Split(',', MostSignatures))
        {
            var hex = part.Trim();
            genuine |= hex.Length == Version.Length + (2 * expected.Length) && hex.StartsWith(Version, StringComparison.Ordinal) && hex.AsSpan(Version.Length).IndexOfAnyExcept(Hexadecimal) < 0
                && CryptographicOperations.FixedTimeEquals(expected, Convert.FromHexString(hex[Version.Length..]));
        }

        return genuine;
    }

    /// <summary>The command that an event asks for. Never throws.</summary>
    /// <returns>Null for what asks for nothing: another kind of event, an incident that is not ours, something that a program did (our own calls among it), something old.</returns>
    public static PagerDutyDeed? Read(string body, DateTimeOffset now)
    {
        if (JsonBody.Parse(body)?.Object("event") is not { } happened || happened.Text("id") is not { Length: > 0 and <= 100 } id
            || happened.Object("data") is not { } data || data.Text("incident_key") is not { } key || IncidentId.StartOf(key) is not { } incidentId
            || happened.Object("agent") is not { } agent || agent.Text("type") != "user_reference"
            || EventTime.First(happened.Text("occurred_at")) is not { } at || now - at > LongestAge)
        {
            return null;
        }

        var by = new Actor(PlainText.Line(agent.Text("summary"), Limits.Name) is { Length: > 0 } name ? name : "somebody", "PagerDuty", Proven: true);
        var commandId = $"pagerduty-{PlainText.Line(id, 100)}";
        IncidentCommand? command = happened.Text("event_type") switch
        {
            "incident.acknowledged" => new Acknowledge { IncidentId = incidentId, At = now, CommandId = commandId, By = by },
            "incident.resolved" => new Resolve { IncidentId = incidentId, At = now, CommandId = commandId, By = by },
            _ => null,
        };
        return command is null ? null : new PagerDutyDeed(command, key, at);
    }

    private static System.Buffers.SearchValues<char> Hexadecimal { get; } = System.Buffers.SearchValues.Create("0123456789abcdefABCDEF");
}

/// <summary>What somebody did in PagerDuty.</summary>
/// <param name="Key">Of the trigger that they answered.</param>
/// <param name="OccurredAt">When they did it.</param>
public sealed record PagerDutyDeed(IncidentCommand Command, string Key, DateTimeOffset OccurredAt)
{
    /// <summary>Whether it is about what is over: told late, it ends neither an incident that came back since, nor a page that went out since.</summary>
    /// <param name="ownsEscalation">PagerDuty has one trigger for each round; else each level has one, and any of them counts.</param>
    public bool IsOutOfDate(Incident incident, bool ownsEscalation) =>
        OccurredAt < incident.OpenedAt || (ownsEscalation && incident.Paging.PagerDuty is { } told && Key != PagerDutyPage.DedupKey(incident.Id, told.Triggers));
}
