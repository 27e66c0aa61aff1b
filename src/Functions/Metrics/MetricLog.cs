using System.Text.Json;
using IncidentServerless.Domain.Incidents;
using IncidentServerless.Domain.Messages.Text;
using Microsoft.Win32.SafeHandles;

namespace IncidentServerless.Functions.Metrics;

/// <summary>
/// Writes metrics as log lines that CloudWatch reads as such (embedded metric format), by type and severity, or by sender, and once over all. Straight to
/// the standard output: a line of a logger would be wrapped into another.
/// </summary>
public sealed class MetricLog : IDisposable
{
    /// <summary>The namespace of the suite's own metrics.</summary>
    public const string Namespace = "IncidentServerless";

    private readonly Stream output = new FileStream(new SafeFileHandle(1, ownsHandle: false), FileAccess.Write, bufferSize: 0);

    /// <param name="before">As it was before the events; null when the first of them opened it.</param>
    public void Write(Incident? before, IEnumerable<IncidentEvent> events)
    {
        foreach (var happened in events)
        {
            if (before is null && happened is not IncidentOpened)
            {
                continue;
            }

            var after = IncidentFold.Apply(before, happened);
            if (IncidentMetrics.Of(before, happened) is { IsEmpty: false } metrics)
            {
                output.Write(Line(after, happened.At, metrics));
            }

            before = after;
        }
    }

    public void Dispose() => output.Dispose();

    /// <summary>Counts a request without a genuine signature, by who it claims to be from.</summary>
    /// <param name="sender">One of a few fixed words, <c>slack</c>: nothing that came with the request.</param>
    public void Refused(string sender, DateTimeOffset at) => output.Write(RefusalLine(sender, at));

    internal static byte[] Line(Incident incident, DateTimeOffset at, IReadOnlyList<Metric> metrics) =>
        Line(at, [("Type", incident.Type.ToString()), ("Severity", Words.Of(incident.Severity))], metrics, incident.Id);

    internal static byte[] RefusalLine(string sender, DateTimeOffset at) => Line(at, [("Sender", sender)], [Metric.Count("RefusedRequests")], null);

    private static byte[] Line(DateTimeOffset at, (string Name, string Value)[] dimensions, IReadOnlyList<Metric> metrics, string? incidentId)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteStartObject("_aws");
            json.WriteNumber("Timestamp", at.ToUnixTimeMilliseconds());
            json.WriteStartArray("CloudWatchMetrics");
            json.WriteStartObject();
            json.WriteString("Namespace", Namespace);
            json.WriteStartArray("Dimensions");
            WriteTexts(json, dimensions.Select(dimension => dimension.Name));
            WriteTexts(json, []);
            json.WriteEndArray();
            json.WriteStartArray("Metrics");
            foreach (var metric in metrics)
            {
                json.WriteStartObject();
                json.WriteString("Name", metric.Name);
                json.WriteString("Unit", metric.IsTime ? "Seconds" : "Count");
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
            json.WriteEndArray();
            json.WriteEndObject();
            foreach (var (name, value) in dimensions)
            {
                json.WriteString(name, value);
            }

            foreach (var metric in metrics)
            {
                json.WriteNumber(metric.Name, metric.Value);
            }

            if (incidentId is not null)
            {
                json.WriteString("incident_id", incidentId);
            }

            json.WriteEndObject();
        }

        buffer.WriteByte((byte)'\n');
        return buffer.ToArray();
    }

    private static void WriteTexts(Utf8JsonWriter json, IEnumerable<string> texts)
    {
        json.WriteStartArray();
        foreach (var text in texts)
        {
            json.WriteStringValue(text);
        }

        json.WriteEndArray();
    }
}
