using System.Collections.Immutable;
using System.Text.Json;
using IncidentServerless.Domain.Signals.Sources.CloudWatchAlarm;
using IncidentServerless.Domain.Tests.Policy;

namespace IncidentServerless.Domain.Tests.Signals.Sources.CloudWatchAlarm;

public class AlarmFactsDocumentTests
{
    private static readonly AlarmFacts Everything = new()
    {
        Name = "Exports-Failed",
        State = AlarmState.Alarm,
        Account = "210987654321",
        Region = "eu-west-1",
        Description = "Failed exports",
        Rule = "ALARM(a)",
        Metrics =
        [
            new("m1", "Shop", "Failed", "Sum", null, null, IsCompared: false, Texts(("Service", "exports"))),
            new("m2", "Shop", "Started", "Sum", null, null, IsCompared: false, Texts(("Service", "scheduler"))),
            new("e1", null, null, null, "m1/m2", "Share", IsCompared: true, Texts()),
        ],
        Contributor = new AlarmContributor("91c0de7f55aa1b20", Texts(("TenantId", "acme"))),
        Tags = Texts(("team", "exports")),
    };

    [Fact]
    public void Of_AlarmThatSaysEverything_HasEveryField() => AssertJson(
        """
        {
          "source": "cloudwatch-alarm", "account": "210987654321", "region": "eu-west-1",
          "alarm": {
            "name": "Exports-Failed", "words": ["exports", "failed", "exports-failed"], "description": "Failed exports",
            "composite": true, "rule": "ALARM(a)",
            "namespace": ["Shop"], "metric": ["Failed", "Started"], "statistic": ["Sum"],
            "dimensions": { "Service": ["exports", "scheduler"], "TenantId": ["acme"] }, "tags": { "team": "exports" }
          }
        }
        """,
        Everything);

    [Fact]
    public void Of_AlarmThatSaysNothing_LeavesOutWhatIsNotKnown() => AssertJson(
        """
        { "source": "cloudwatch-alarm", "account": "unknown", "region": "unknown",
          "alarm": { "name": "?", "composite": false, "dimensions": {}, "tags": {} } }
        """,
        new AlarmFacts { Name = "?", State = AlarmState.Ok, Account = "unknown", Region = "unknown" });

    [Fact]
    public void Schema_DescriptionOfPatterns_NamesEveryField()
    {
        using var schema = JsonDocument.Parse(RepositoryFiles.Read("cdk/incident-policy.schema.json"));
        var description = schema.RootElement.GetProperty("properties").GetProperty("routes").GetProperty("items").GetProperty("properties").GetProperty("when").GetProperty("description").GetString();
        var document = AlarmFactsDocument.Of(Everything);

        Assert.All(
            document.EnumerateObject().Select(field => field.Name).Where(name => name != "alarm").Concat(document.GetProperty("alarm").EnumerateObject().Select(field => $"alarm.{field.Name}")),
            field => Assert.Contains(field, description));
    }

    private static void AssertJson(string expected, AlarmFacts facts) =>
        Assert.Equal(JsonSerializer.Serialize(JsonElement.Parse(expected)), AlarmFactsDocument.Of(facts).GetRawText());

    private static ImmutableSortedDictionary<string, string> Texts(params (string Name, string Value)[] texts) =>
        texts.ToImmutableSortedDictionary(text => text.Name, text => text.Value);
}
