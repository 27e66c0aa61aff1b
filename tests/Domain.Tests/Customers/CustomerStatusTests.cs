using CsCheck;
using IncidentServerless.Domain.Customers;
using IncidentServerless.Domain.Evidence;
using IncidentServerless.Domain.Incidents;
using IncidentServerless.Domain.Paging;
using IncidentServerless.Domain.Policy;
using IncidentServerless.Domain.Severity;
using IncidentServerless.Domain.Tests.Incidents;
using IncidentServerless.Domain.Tests.Messages;
using IncidentServerless.Domain.Updates;
using static IncidentServerless.Domain.Tests.Incidents.Sample;

namespace IncidentServerless.Domain.Tests.Customers;

/// <summary>Runbook 4.2: status page update for SEV1/SEV2.</summary>
public sealed class CustomerStatusTests
{
    private static readonly StatusPagePolicy Page = new("kctbh9vrtdwd", "key", [SeverityLevel.Sev1, SeverityLevel.Sev2], new Dictionary<string, IReadOnlyList<string>>
    {
        ["AuthenticationFailure"] = ["login"],
        ["all"] = ["website"],
    });

    private static readonly IncidentPolicy Rules = Sample.Rules with { Customers = new CustomersPolicy(Page, null) };

    [Fact]
    public void Page_OfAnIncidentFromItsOpeningToItsEnd_SaysHowItStands()
    {
        IncidentEvent[] course =
        [
            Opened(SeverityLevel.Sev1),
            new RunbookStarted("general", Remediating.Run, null, DryRun: false) { At = Noon },
            new DiagnosisMade("general", new Diagnosis { Finding = "x", Summary = "x", Confidence = Confidence.High }, DryRun: false) { At = Noon },
            new IncidentMitigated("OK") { At = Noon },
            new IncidentResolved(null, "quiet") { At = Noon },
        ];

        Assert.Equal(
            ["investigating, critical", "investigating, critical", "identified, critical", "monitoring, critical", "resolved"],
            Enumerable.Range(1, course.Length).Select(count => CustomerStatus.Of(Told(course.Take(count)), Rules)));
    }

    [Theory]
    [InlineData("investigating, major", 1, false)]
    [InlineData("investigating, major", 6, true)]
    [InlineData("investigating, critical", 1, true)]
    [InlineData(null, 1, true)]
    public void Subscribers_OfThePage_AreNotWrittenToTwiceWithinMinutes(string? told, int minute, bool notifies)
    {
        var incident = Told(
        [
            Opened(SeverityLevel.Sev2),
            new RunbookStarted("general", Remediating.Run, null, DryRun: false) { At = Noon },
            new DiagnosisMade("general", new Diagnosis { Finding = "x", Summary = "x", Confidence = Confidence.High }, DryRun: false) { At = Noon },
        ]) with { StatusPage = told is null ? null : new StatusPageTold(told, "p1") };

        var body = CustomerStatus.Body(incident, Page, Noon.AddMinutes(minute))["incident"]!;

        Assert.Equal(("identified", notifies), (body["status"]!.GetValue<string>(), body["deliver_notifications"]!.GetValue<bool>()));
    }

    [Theory]
    [InlineData(SeverityLevel.Sev3, IncidentType.GeneralIncident)]
    [InlineData(SeverityLevel.Sev1, IncidentType.CostSpike)]
    [InlineData(SeverityLevel.Sev1, IncidentType.SecurityFinding)]
    public void Page_OfWhatIsNotForCustomers_SaysNothing(SeverityLevel severity, IncidentType type) =>
        Assert.Null(CustomerStatus.Of(IncidentFold.Of([Opened(severity) with { Type = type }])!, Rules));

    [Fact]
    public void Page_OfAnIncidentThatEndedBeforeItWasPublished_SaysNothing() =>
        Assert.Null(CustomerStatus.Of(IncidentFold.Of([Opened(SeverityLevel.Sev1), new IncidentResolved(null, "quiet") { At = Noon }])!, Rules));

    [Fact]
    public void Page_OfAnIncidentThatBecameLessSevere_IsStillToldToItsEnd()
    {
        var incident = Told([Opened(SeverityLevel.Sev1), new SeverityChanged(SeverityLevel.Sev1, SeverityLevel.Sev3, Ana, null) { At = Noon }]);

        Assert.Equal("investigating, minor", CustomerStatus.Of(incident, Rules));
    }

    [Theory]
    [InlineData(IncidentType.GeneralIncident, SeverityLevel.Sev1, "Service outage", "website", "major_outage")]
    [InlineData(IncidentType.GeneralIncident, SeverityLevel.Sev2, "Service disruption", "website", "partial_outage")]
    [InlineData(IncidentType.AuthenticationFailure, SeverityLevel.Sev2, "Problems signing in", "login", "partial_outage")]
    public void Body_OfAnIncident_NamesWhatCustomersSeeAndItsComponents(IncidentType type, SeverityLevel severity, string name, string component, string state)
    {
        var body = CustomerStatus.Body(IncidentFold.Of([Opened(severity) with { Type = type }])!, Page, Noon)["incident"]!;

        Assert.Equal((name, component, state), ((string?)body["name"], (string?)body["component_ids"]![0], (string?)body["components"]![component]));
        Assert.Equal(Id, (string?)body["metadata"]![CustomerStatus.MetadataName]!["id"]);
    }

    [Fact]
    public void Body_OfAnyIncident_NamesNothingOfTheInside() => Hostile.Text.Sample(text =>
    {
        var incident = IncidentFold.Of([Opened(SeverityLevel.Sev1) with { Title = $"secret {text}", Reason = $"secret {text}", Resources = [$"secret {text}"], Tenants = [$"secret {text}"], Description = $"secret {text}" }])!;

        Assert.DoesNotContain("secret", CustomerStatus.Body(incident, Page, Noon).ToJsonString());
    });

    [Fact]
    public void Update_WhosePageSaysSoAlready_TellsPeopleAlone() =>
        Assert.Null(Assert.IsType<UpdateDecision.Tell>(Next(0, Opened(SeverityLevel.Sev1), Said("investigating, critical", 0))).StatusPage);

    [Fact]
    public void Page_ThatDidNotTakeIt_IsLeftAloneForFiveMinutesAndThenTriedAgain()
    {
        IncidentEvent[] failed = [Opened(SeverityLevel.Sev1), new UpdateSent(1, []) { At = Noon }, Failed(0)];

        Assert.Equal(60, Assert.IsType<UpdateDecision.Hold>(Next(4, failed)).Wait.Seconds);
        Assert.Equal(new UpdateDecision.Tell(null, null) { StatusPage = "investigating, critical" }, Next(5, failed));
    }

    [Fact]
    public void Page_ThatNeverTakesIt_IsGivenUpAfterTwelveTries() =>
        Assert.IsType<UpdateDecision.Hold>(Next(20, [Opened(SeverityLevel.Sev1), new UpdateSent(1, []) { At = Noon.AddMinutes(19) }, .. Enumerable.Range(0, 12).Select(_ => Failed(0))]));

    [Fact]
    public void Page_ThatDidNotTakeTheEnd_IsTriedAgainAfterIt()
    {
        IncidentEvent[] over = [Opened(SeverityLevel.Sev1), new UpdateSent(1, []) { At = Noon }, Said("investigating, critical", 0), new IncidentResolved(Ana, "fixed") { At = Noon.AddMinutes(9) }, new UpdateSent(4, []) { At = Noon.AddMinutes(9) }, Failed(9, "resolved")];

        Assert.Equal(240, Assert.IsType<UpdateDecision.Hold>(Next(10, over)).Wait.Seconds);
        Assert.Equal("resolved", Assert.IsType<UpdateDecision.Tell>(Next(14, over)).StatusPage);
        Assert.IsType<UpdateDecision.Finish>(Next(15, [.. over, Said("resolved", 14)]));
    }

    [Fact]
    public void Update_WithTheStatusPage_IsRecordedAsTwoEventsOnce()
    {
        var told = new RecordUpdate
        {
            IncidentId = Id, At = Noon, CommandId = "1", Generation = 1, UpTo = 1, StatusPage = "investigating, critical", DecidedAt = Noon,
            Deliveries = [[new Delivery(Channel.Sns, null, true, null)], [new Delivery(Channel.StatusPage, "p31", true, null)]],
        };

        var outcome = Given.Events(Opened(SeverityLevel.Sev1)).Under(Rules).When(told)
            .Then(new UpdateSent(1, [new Delivery(Channel.Sns, null, true, null)]) { At = Noon }, Said("investigating, critical", 0));
        Assert.Equal(new StatusPageTold("investigating, critical", "p31"), outcome.After.StatusPage);
        Given.Events([Opened(SeverityLevel.Sev1), .. outcome.Events]).Under(Rules).When(told).ThenNothing();
    }

    [Theory]
    [InlineData(1, false)]
    [InlineData(2, false)]
    [InlineData(3, true)]
    [InlineData(4, false)]
    [InlineData(12, true)]
    public void Refusal_OfTheStatusPage_IsNewsTheThirdTimeAndTheLast(int time, bool news)
    {
        IncidentEvent[] before = [Opened(SeverityLevel.Sev1), .. Enumerable.Range(1, time - 1).Select(minute => Failed(minute))];
        var told = new RecordUpdate
        {
            IncidentId = Id, At = Noon.AddHours(1), CommandId = "1", Generation = 1, StatusPage = "investigating, critical", DecidedAt = Noon.AddHours(1), Deliveries = [[], [Failed(0).Delivery]],
        };

        Given.Events(before).Under(Rules).When(told).Then(Failed(60) with { IsNews = news });
    }

    [Fact]
    public void Refusal_AfterTheEnd_IsWaitedForAndTold()
    {
        IncidentEvent[] over = [Opened(SeverityLevel.Sev1), Said("investigating, critical", 0), new IncidentResolved(Ana, "fixed") { At = Noon.AddMinutes(9) }, Failed(10, "resolved"), Failed(15, "resolved")];

        Assert.IsType<PagingDecision.Hold>(PagingRules.Next(IncidentFold.Of(over)!, 1, Rules, Noon.AddMinutes(16)));
        var refused = IncidentFold.Of([.. over, Failed(20, "resolved") with { IsNews = true }])!;
        Assert.IsType<PagingDecision.Inform>(PagingRules.Next(refused, 1, Rules, Noon.AddMinutes(21)));
    }

    [Fact]
    public void Number_OnTheStatusPage_IsKeptThroughFailures()
    {
        var incident = IncidentFold.Of([Opened(SeverityLevel.Sev1), Said("investigating, critical", 0), Failed(9, "resolved")])!;

        Assert.Equal(new StatusPageTold("investigating, critical", "p31", 1, Noon.AddMinutes(9)), incident.StatusPage);
    }

    private static Incident Told(IEnumerable<IncidentEvent> events) => IncidentFold.Of([.. events.Take(1), Said("investigating, critical", 0), .. events.Skip(1)])!;

    private static StatusPageUpdated Said(string status, double minute) => new(status, new Delivery(Channel.StatusPage, "p31", true, null)) { At = Noon.AddMinutes(minute) };

    private static StatusPageUpdated Failed(double minute, string status = "investigating, critical") => new(status, new Delivery(Channel.StatusPage, null, false, "States.Http.StatusCode.420")) { At = Noon.AddMinutes(minute) };

    private static UpdateDecision Next(double minute, params IncidentEvent[] events) => UpdateRules.Next(
        IncidentFold.Of(events)!,
        1,
        Rules with { Updates = new UpdatesPolicy(new Dictionary<SeverityLevel, UpdateRow> { [SeverityLevel.Sev1] = new(TimeSpan.FromMinutes(30)) }) },
        Noon.AddMinutes(minute));
}
