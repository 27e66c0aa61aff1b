using IncidentServerless.Domain.Signals.Sources.Budgets;

namespace IncidentServerless.Domain.Tests.Signals.Sources.Budgets;

public class BudgetAmountTests
{
    [Theory]
    [InlineData("$5,200.00", "5200", "$5,200")]
    [InlineData("$0.0125", "0.0125", "$0.0125")]
    [InlineData("$18.5", "18.5", "$18.50")]
    [InlineData("-$3.10", "-3.1", "-$3.10")]
    [InlineData("$-3.10", "-3.1", "-$3.10")]
    [InlineData("€2.040,10", "2040.1", "€2,040.10")]
    [InlineData("JPY 251,904", "251904", "JPY 251,904")]
    [InlineData("120.50 USD", "120.5", "120.5 USD")]
    [InlineData("80%", "80", "80%")]
    [InlineData("80.0 % ($4,000.00)", "80", "80%")]
    [InlineData("1,044.5 GB", "1044.5", "1,044.5 GB")]
    [InlineData("12,5 Hrs", "12.5", "12.5 Hrs")]
    public void Parse_AmountInAnyUnit_ReadsAndPrintsIt(string text, string value, string printed)
    {
        var amount = BudgetAmount.Parse(text);

        Assert.Equal((decimal.Parse(value, System.Globalization.CultureInfo.InvariantCulture), printed), (amount!.Value, amount.ToString()));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("N/A")]
    [InlineData("$")]
    [InlineData("5 000,00 €")]
    [InlineData("$1.2.3")]
    [InlineData("$99999999999999999999")]
    public void Parse_NoAmount_IsNull(string? text) => Assert.Null(BudgetAmount.Parse(text));

    [Theory]
    [InlineData("> $5,000.00", "> $5,000")]
    [InlineData("&gt;= 80%", ">= 80%")]
    [InlineData("<70%", "< 70%")]
    [InlineData("$40", "$40")]
    public void Threshold_WithOrWithoutRelation_Prints(string text, string printed) => Assert.Equal(printed, BudgetThreshold.Parse(text)?.ToString());
}
