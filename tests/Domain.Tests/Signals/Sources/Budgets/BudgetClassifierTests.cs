using IncidentServerless.Domain.Signals;
using IncidentServerless.Domain.Tests.Signals.Sources.Cost;

namespace IncidentServerless.Domain.Tests.Signals.Sources.Budgets;

public class BudgetClassifierTests
{
    [Fact]
    public void Classify_Mail_TellsWhatIsKnown()
    {
        var signal = Samples.Budgets.Signal("actual.json");

        Assert.Equal(("aws-budgets", SignalStatus.Firing, "aws-budgets:210987654321:eu-west-1:prod-monthly"), (signal.Source, signal.Status, signal.DedupKey));
        Assert.Equal(("210987654321", "eu-west-1"), (signal.Account, signal.Region));
        Assert.Equal(new DateTimeOffset(2026, 3, 2, 6, 12, 44, 318, TimeSpan.Zero), signal.OccurredAt);
        Assert.Equal(["budget=prod-monthly"], signal.Resources.AsEnumerable());
        Assert.Null(signal.Description);
    }

    [Fact]
    public void Classify_ForecastAndActualOfOneBudget_MeetInOneKey() =>
        Assert.Equal(Samples.Budgets.Signal("actual.json").DedupKey, Samples.Budgets.Signal("forecasted.json").DedupKey);

    [Fact]
    public void Classify_MaskedAccount_IsTheTopics()
    {
        Assert.Equal("210987654321", Samples.Budgets.Signal("masked-account.json").Account);
        Assert.Equal("unknown", Samples.Budgets.Signal("masked-with-mark-and-crlf.txt").Account);
    }

    [Fact]
    public void Classify_NoTimeAnywhere_TakesTheTimeItWasReceived() => Assert.Equal(SampleFolder.ReceivedAt, Samples.Budgets.Signal("daily.txt").OccurredAt);
}
