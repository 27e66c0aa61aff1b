using System.Text.Json;
using IncidentServerless.Domain.Incidents;
using IncidentServerless.Domain.Messages.Text;
using Microsoft.Win32.SafeHandles;

namespace IncidentServerless.Functions.Metrics;

/// <summary>
/// Writes metrics as log lines that CloudWatch reads as such (embedded metric format), by type and severity and once over all. Straight to
/// the standard output: a line of a logger would be wrapped into another.
/// </summary>
public sealed class MetricLog : IDisposable
{
    /// <summary>The namespace of the suite's own metrics.</summary>
    public const string Namespace = "IncidentServerless";

    private static readonly string[] Dimensions = ["Type", "Severity"];

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

    internal static byte[] Line(Incident incident, DateTimeOffset at, IReadOnlyList<Metric> metrics)
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
            WriteTexts(json, Dimensions);
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
            json.WriteString("Type", incident.Type.ToString());
            json.WriteString("Severity", Words.Of(incident.Severity));
            foreach (var metric in metrics)
            {
                json.WriteNumber(metric.Name, metric.Value);
            }

            json.WriteString("incident_id", incident.Id);
            json.WriteEndObject();
        }

        buffer.WriteByte((byte)'\n');
        return buffer.ToArray();
    }

    private static void WriteTexts(Utf8JsonWriter json, string[] texts)
    {
        json.WriteStartArray();
        foreach (var text in texts)
        {
            json.WriteStringValue(text);
        }

        json.WriteEndArray();
    }
}
