using System.Text;
using System.Text.Json.Nodes;
using IncidentServerless.Domain.Incidents;
using IncidentServerless.Domain.Severity;
using IncidentServerless.Functions.Metrics;

namespace IncidentServerless.Functions.Tests;

public sealed class MetricLogTests
{
    /// <summary>CloudWatch's specification of the embedded metric format: the names of metrics and dimensions are members beside <c>_aws</c>.</summary>
    [Fact]
    public void Line_OfAnAcknowledgement_IsInTheEmbeddedMetricFormat()
    {
        var at = new DateTimeOffset(2026, 1, 1, 12, 4, 0, TimeSpan.Zero);
        var text = Encoding.UTF8.GetString(MetricLog.Line(Incident(at.AddMinutes(-4)), at, IncidentMetrics.Of(Incident(at.AddMinutes(-4)), new IncidentAcknowledged(new Actor("Ana", "link", true)) { At = at })));

        Assert.Equal(
            """{"_aws":{"Timestamp":1767269040000,"CloudWatchMetrics":[{"Namespace":"IncidentServerless","Dimensions":[["Type","Severity"],[]],"Metrics":[{"Name":"Acknowledged","Unit":"Count"},{"Name":"TimeToAcknowledge","Unit":"Seconds"}]}]},"Type":"GeneralIncident","Severity":"SEV1","Acknowledged":1,"TimeToAcknowledge":240,"incident_id":"INC-20260101-ABCDEFGH"}""" + "\n",
            text);
        Assert.Single(text.TrimEnd().Split('\n'));
        Assert.NotNull(JsonNode.Parse(text));
    }

    [Fact]
    public void Line_OfARefusedRequest_CountsItBySender() => Assert.Equal(
        """{"_aws":{"Timestamp":1767269040000,"CloudWatchMetrics":[{"Namespace":"IncidentServerless","Dimensions":[["Sender"],[]],"Metrics":[{"Name":"RefusedRequests","Unit":"Count"}]}]},"Sender":"slack","RefusedRequests":1}""" + "\n",
        Encoding.UTF8.GetString(MetricLog.RefusalLine("slack", new DateTimeOffset(2026, 1, 1, 12, 4, 0, TimeSpan.Zero))));

    private static Incident Incident(DateTimeOffset opened) => IncidentFold.Of(
    [
        new IncidentOpened
        {
            At = opened, IncidentId = "INC-20260101-ABCDEFGH", Type = IncidentType.GeneralIncident, Severity = SeverityLevel.Sev1, Title = "x", DedupKey = "x", Source = "x", Account = "1", Region = "eu-west-1", OccurredAt = opened, Route = "x",
        },
    ])!;
}
