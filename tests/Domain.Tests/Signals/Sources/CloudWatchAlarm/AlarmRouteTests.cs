using IncidentServerless.Domain.Messages.Text;
using IncidentServerless.Domain.Signals;
using IncidentServerless.Domain.Signals.Sources.CloudWatchAlarm;

namespace IncidentServerless.Domain.Tests.Signals.Sources.CloudWatchAlarm;

/// <summary>What the shipped routes make of an alarm of which only the name is known.</summary>
public class AlarmRouteTests
{
    private const string PlatformDown = "Platform down";
    private const string SignIn = "Sign-in and access";
    private const string Errors = "Errors and latency that customers feel";
    private const string Cost = "Cost";
    private const string Fallback = "fallback";

    [Theory]
    [InlineData("platform-down", "SEV1 GeneralIncident", PlatformDown)]
    [InlineData("platform-is-down", "SEV1 GeneralIncident", PlatformDown)]
    [InlineData("PlatformIsDown", "SEV1 GeneralIncident", PlatformDown)]
    [InlineData("api-down", "SEV1 GeneralIncident", PlatformDown)]
    [InlineData("website-down", "SEV1 GeneralIncident", PlatformDown)]
    [InlineData("production-down", "SEV1 GeneralIncident", PlatformDown)]
    [InlineData("site-down", "SEV1 GeneralIncident", PlatformDown)]
    [InlineData("printer-is-down", "SEV3 GeneralIncident", Fallback)]
    [InlineData("platform-scaled-down", "SEV3 GeneralIncident", Fallback)]
    [InlineData("login-errors", "SEV2 AuthenticationFailure", SignIn)]
    [InlineData("auth-service-error-rate", "SEV2 AuthenticationFailure", SignIn)]
    [InlineData("SignInFailures", "SEV2 AuthenticationFailure", SignIn)]
    [InlineData("FAILED LOGINS", "SEV2 AuthenticationFailure", SignIn)]
    [InlineData("api-401", "SEV2 AuthenticationFailure", SignIn)]
    [InlineData("daily-login-report", "SEV3 GeneralIncident", Fallback)]
    [InlineData("cognito-export-size", "SEV3 GeneralIncident", Fallback)]
    [InlineData("login-latency", "SEV2 GeneralIncident", Errors)]
    [InlineData("billing-service-5xx", "SEV2 GeneralIncident", Errors)]
    [InlineData("cost-report-errors", "SEV2 GeneralIncident", Errors)]
    [InlineData("checkout-latency-p99", "SEV2 GeneralIncident", Errors)]
    [InlineData("checkout-5xx", "SEV2 GeneralIncident", Errors)]
    [InlineData("orders-5xx", "SEV2 GeneralIncident", Errors)]
    [InlineData("cost-spike", "SEV3 CostSpike", Cost)]
    [InlineData("estimated-charges", "SEV3 CostSpike", Cost)]
    [InlineData("MonthlyBudgetExceeded", "SEV3 CostSpike", Cost)]
    [InlineData("storage-cost-spike", "SEV3 CostSpike", Cost)]
    [InlineData("error-budget-burn", "SEV3 GeneralIncident", Fallback)]
    [InlineData("billing-queue-depth", "SEV3 GeneralIncident", Fallback)]
    public void Route_NameOfAnAlarm_IsWhatAResponderWouldCallIt(string name, string expected, string route)
    {
        var body = $$"""{ "alarmData": { "alarmName": "{{name}}", "state": { "value": "ALARM" } } }""";
        var signal = Assert.IsType<Classification.Signalled>(AlarmClassifier.Classify(body, "m", Samples.Policy, Samples.ReceivedAt)).Signal;

        Assert.Equal((expected, route), ($"{Words.Of(signal.Severity)} {signal.Type}", signal.Route));
    }
}
