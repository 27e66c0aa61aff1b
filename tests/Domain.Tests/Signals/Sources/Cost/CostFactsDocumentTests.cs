using System.Text.Json;
using IncidentServerless.Domain.Signals.Sources.Budgets;
using IncidentServerless.Domain.Signals.Sources.CostAnomaly;
using IncidentServerless.Domain.Tests.Policy;

namespace IncidentServerless.Domain.Tests.Signals.Sources.Cost;

public class CostFactsDocumentTests
{
    private static readonly BudgetFacts Budget = new()
    {
        Name = "prod-monthly",
        Kind = "Cost",
        Alert = BudgetAlert.Actual,
        Amount = BudgetAmount.Parse("$5,200.00"),
        Budgeted = BudgetAmount.Parse("$5,000.00"),
        Account = "210987654321",
        Region = "eu-west-1",
    };

    private static readonly AnomalyFacts Anomaly = new()
    {
        Id = "a-1",
        Monitor = "arn:aws:ce::210987654321:anomalymonitor/1",
        Actual = 1301,
        Expected = 300,
        Impact = 1001,
        Percent = 333.67m,
        Causes = [new("AWS Lambda", "EU-Request", null, null, null), new("AWS Lambda", "EU-Lambda-GB-Second", null, null, null)],
        Account = "210987654321",
        Region = "us-east-1",
    };

    [Fact]
    public void Of_BudgetThatSaysEverything_HasEveryField() => AssertJson(
        """
        { "source": "aws-budgets", "account": "210987654321", "region": "eu-west-1",
          "budget": { "name": "prod-monthly", "kind": "Cost", "alert": "ACTUAL", "amount": 5200.00, "budgeted": 5000.00, "percent": 104.0 } }
        """,
        BudgetFactsDocument.Of(Budget));

    [Fact]
    public void Of_BudgetThatSaysNothing_LeavesOutWhatIsNotKnown() => AssertJson(
        """{ "source": "aws-budgets", "account": "unknown", "region": "unknown", "budget": { "name": "?" } }""",
        BudgetFactsDocument.Of(new BudgetFacts { Name = "?", Account = "unknown", Region = "unknown" }));

    [Fact]
    public void Of_AnomalyThatSaysEverything_HasEveryField() => AssertJson(
        """
        { "source": "cost-anomaly", "account": "210987654321", "region": "us-east-1",
          "anomaly": { "service": ["AWS Lambda"], "usageType": ["EU-Request", "EU-Lambda-GB-Second"], "monitor": "arn:aws:ce::210987654321:anomalymonitor/1",
                       "impact": 1001, "actual": 1301, "expected": 300, "percent": 333.67 } }
        """,
        AnomalyFactsDocument.Of(Anomaly));

    [Fact]
    public void Of_AnomalyThatSaysNothing_LeavesOutWhatIsNotKnown() => AssertJson(
        """{ "source": "cost-anomaly", "account": "unknown", "region": "unknown", "anomaly": {} }""",
        AnomalyFactsDocument.Of(new AnomalyFacts { Id = "?", Account = "unknown", Region = "unknown" }));

    [Theory]
    [InlineData("$80", "€100")]
    [InlineData("$80", "$0")]
    [InlineData("$80", null)]
    [InlineData(null, "$100")]
    public void Percent_OfWhatCannotBeCompared_IsNotKnown(string? amount, string? budgeted) =>
        Assert.Null((Budget with { Amount = BudgetAmount.Parse(amount), Budgeted = BudgetAmount.Parse(budgeted) }).Percent);

    [Fact]
    public void Schema_DescriptionOfPatterns_NamesEveryField()
    {
        using var schema = JsonDocument.Parse(RepositoryFiles.Read("cdk/incident-policy.schema.json"));
        var description = schema.RootElement.GetProperty("properties").GetProperty("routes").GetProperty("items").GetProperty("properties").GetProperty("when").GetProperty("description").GetString();

        foreach (var (name, document) in new[] { ("budget", BudgetFactsDocument.Of(Budget)), ("anomaly", AnomalyFactsDocument.Of(Anomaly)) })
        {
            Assert.Contains($"source (\"{document.GetProperty("source").GetString()}\")", description);
            Assert.All(document.GetProperty(name).EnumerateObject(), field => Assert.Contains($"{name}.{field.Name}", description));
        }
    }

    private static void AssertJson(string expected, JsonElement document) => Assert.Equal(JsonSerializer.Serialize(JsonElement.Parse(expected)), document.GetRawText());
}
