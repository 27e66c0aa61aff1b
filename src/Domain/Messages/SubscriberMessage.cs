using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using IncidentServerless.Domain.Incidents;
using IncidentServerless.Domain.Messages.Text;
using IncidentServerless.Domain.Paging;

namespace IncidentServerless.Domain.Messages;

/// <summary>
/// What a program receives that subscribes to a topic (Lambda, SQS, HTTP): JSON in the shape of <c>subscriber-message.schema.json</c>,
/// where people receive the text. Members are only ever added; what would break a reader raises <see cref="Version"/>.
/// </summary>
public static class SubscriberMessage
{
    public const int Version = 1;

    private static readonly string[] Programs = ["http", "https", "lambda", "sqs"];

    private static readonly JsonWriterOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The same message with what programs receive. A link is not in it: it proves a person or a channel, and no program.</summary>
    public static SnsMessage With(SnsMessage message, Incident incident) => message with { Data = Of(message, incident) };

    /// <summary>The text of SNS's Publish with the message structure <c>json</c>: one for people, the other for programs.</summary>
    public static string PerProtocol(SnsMessage message)
    {
        var texts = new JsonObject { ["default"] = message.Message };
        if (message.Data is { } data)
        {
            var text = Write(data);
            foreach (var program in Programs)
            {
                texts[program] = text;
            }
        }

        return Write(texts);
    }

    private static JsonObject Of(SnsMessage message, Incident incident) => new()
    {
        ["version"] = Version,
        ["kind"] = message.Attributes.TryGetValue("kind", out var kind) ? kind.StringValue : "notice",
        ["subject"] = message.Subject,
        ["incident"] = new JsonObject
        {
            ["id"] = incident.Id,
            ["revision"] = incident.Version,
            ["type"] = incident.Type.ToString(),
            ["severity"] = Words.Of(incident.Severity),
            ["status"] = incident.Status.ToString(),
            ["title"] = PageFacts.Title(incident),
            ["reason"] = Line(incident.Reason, Limits.Reason),
            ["source"] = Line(incident.Source, Limits.Name),
            ["account"] = Line(incident.Account, Limits.Name),
            ["region"] = Line(incident.Region, Limits.Name),
            ["resources"] = List(incident.Resources),
            ["tenants"] = List(incident.Tenants),
            ["occurredAt"] = Times.Iso(incident.OccurredAt),
            ["openedAt"] = Times.Iso(incident.OpenedAt),
            ["acknowledgedBy"] = incident.Acknowledgement is { } held ? Words.Name(held.By) : null,
            ["dedupKey"] = incident.DedupKey,
            ["falseAlarm"] = incident.FalseAlarm,
            ["resolution"] = Line(incident.Resolution, Limits.Reason),
            ["diagnosis"] = incident.Runbook is { Finding: { } found } run
                ? new JsonObject { ["runbook"] = run.Name, ["finding"] = found.Name, ["confidence"] = found.Confidence.ToString().ToLowerInvariant(), ["summary"] = Line(found.Summary, Limits.Reason) }
                : null,
        },
    };

    private static JsonArray List(IEnumerable<string> texts)
    {
        var list = new JsonArray();
        foreach (var text in texts.Take(Incident.MostTenants))
        {
            list.Add((JsonNode)PlainText.Line(text, Limits.ListItem));
        }

        return list;
    }

    private static string? Line(string? text, int maximum) => PlainText.Line(text, maximum) is { Length: > 0 } line ? line : null;

    private static string Write(JsonNode node)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Relaxed))
        {
            node.WriteTo(json);
        }

        return System.Text.Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length);
    }
}
