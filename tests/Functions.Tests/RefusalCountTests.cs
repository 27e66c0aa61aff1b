using System.Text.Json.Nodes;
using IncidentServerless.Functions.Metrics;

namespace IncidentServerless.Functions.Tests;

public sealed class RefusalCountTests
{
    [Fact]
    public void Line_OfARefusal_IsAMetricInTheEmbeddedFormat()
    {
        var line = System.Text.Encoding.UTF8.GetString(RefusalCount.Line("slack", 1_772_442_000_000));
        var metric = JsonNode.Parse(line)!;

        Assert.EndsWith("\n", line);
        Assert.Equal("""[{"Namespace":"IncidentServerless","Dimensions":[["Sender"],[]],"Metrics":[{"Name":"RefusedRequests","Unit":"Count"}]}]""", metric["_aws"]!["CloudWatchMetrics"]!.ToJsonString());
        Assert.Equal("slack", metric["Sender"]!.ToString());
        Assert.Equal(1, metric["RefusedRequests"]!.GetValue<int>());
    }
}
