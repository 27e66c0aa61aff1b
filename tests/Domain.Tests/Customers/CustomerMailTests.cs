using CsCheck;
using IncidentServerless.Domain.Customers;
using IncidentServerless.Domain.Evidence;
using IncidentServerless.Domain.Incidents;
using IncidentServerless.Domain.Policy;
using IncidentServerless.Domain.PostIncident;
using IncidentServerless.Domain.Responses;
using IncidentServerless.Domain.Severity;
using IncidentServerless.Domain.Tests.Incidents;
using IncidentServerless.Domain.Tests.Messages;
using IncidentServerless.Domain.Updates;
using Snapshooter.Xunit;
using static IncidentServerless.Domain.Tests.Incidents.Sample;

namespace IncidentServerless.Domain.Tests.Customers;

/// <summary>Runbook 4.2: customers are written to when their data is touched, after a person's yes unless policy says otherwise, and get a report within 48 hours.</summary>
public sealed class CustomerMailTests
{
    private static readonly MailPolicy Mail = new("status@example.com", "Example", new Dictionary<string, IReadOnlyList<string>> { ["acme"] = ["ops@acme.example"], ["globex"] = ["it@globex.example"] }, Automatic: false);

    private static readonly IncidentPolicy Rules = Sample.Rules with
    {
        Customers = new CustomersPolicy(null, Mail),
        Remediation = Sample.Rules.Remediation with { Approvers = ["ana"] },
        Aftermath = AftermathPolicy.Default with { Severities = [SeverityLevel.Sev2] },
    };

    private static readonly Delivery ToAcme = new(Channel.Mail, "acme", true, null);
    private static readonly Delivery ToGlobex = new(Channel.Mail, "globex", true, null);
    private static readonly Delivery NotToGlobex = new(Channel.Mail, "globex", false, "SesV2.MessageRejectedException");

    private static readonly IncidentEvent[] Touched =
    [
        Opened(),
        new RunbookStarted("marketplace-metering", Remediating.Run, null, DryRun: false) { At = Noon },
        new DiagnosisMade("marketplace-metering", new Diagnosis { Finding = "x", Summary = "x", Confidence = Confidence.High, Impact = new Impact { Data = true, Tenants = ["acme", "globex", "initech"] } }, DryRun: false) { At = Noon },
    ];

    private static readonly IncidentEvent[] Asked = [.. Touched, new MailAsked(MailKind.Notice, ["acme", "globex"], ["ana"]) { At = Noon }];
    private static readonly IncidentEvent[] Approved = [.. Asked, new MailApproved(MailKind.Notice, ["acme", "globex"], Ana, "Sorry.") { At = Noon }];
    private static readonly IncidentEvent[] Intended = [.. Approved, new MailIntended(MailKind.Notice, "intend") { At = Noon }];

    [Fact]
    public void Notice_OfTouchedData_IsAskedForThoseWithContacts() =>
        Given.Events(Touched).Under(Rules).When(Advance()).Then(new MailAsked(MailKind.Notice, ["acme", "globex"], ["Ana"]) { At = Noon });

    [Fact]
    public void Notice_WherePolicySendsByItself_IsApprovedByNobody() => Given.Events(Touched)
        .Under(Rules with { Customers = new CustomersPolicy(null, Mail with { Automatic = true }) })
        .When(Advance())
        .Then(new MailApproved(MailKind.Notice, ["acme", "globex"], null, null) { At = Noon });

    [Fact]
    public void Notice_OfAnIncidentThatTouchesNoData_IsNone() => Assert.Null(CustomerMailRules.Next(IncidentFold.Of([Opened() with { Tenants = ["acme"] }])!, MailKind.Notice, Rules));

    [Fact]
    public void Notice_ToNobodyWithContacts_IsNone() =>
        Assert.Null(CustomerMailRules.Next(IncidentFold.Of(Touched)!, MailKind.Notice, Rules with { Customers = new CustomersPolicy(null, Mail with { Contacts = new Dictionary<string, IReadOnlyList<string>> { ["hooli"] = ["a@hooli.example"] } }) }));

    [Fact]
    public void Notice_OfASecurityFinding_IsAskedForThoughPolicySendsByItself()
    {
        var incident = IncidentFold.Of(Touched)! with { Type = IncidentType.SecurityFinding };

        Assert.Equal(MailDeed.Ask, CustomerMailRules.Next(incident, MailKind.Notice, Rules with { Customers = new CustomersPolicy(null, Mail with { Automatic = true }) })!.Deed);
    }

    [Fact]
    public void Notice_Asked_IsNotAskedTwice() => Given.Events(Asked).Under(Rules).When(Advance()).ThenNothing();

    [Fact]
    public void Notice_Approved_IsIntendedOnceAndOnlyByTheOneThatIntendedIt()
    {
        var outcome = Given.Events(Approved).Under(Rules).When(Intend("intend")).Then(new MailIntended(MailKind.Notice, "intend") { At = Noon });

        Assert.True(LifecycleRules.Answer(outcome.After, Intend("intend"), Rules).MaySend);
        Assert.False(LifecycleRules.Answer(outcome.After, Intend("another"), Rules).MaySend);
        Given.Events(Intended).Under(Rules).When(Intend("another")).ThenNothing();
    }

    [Fact]
    public void Notice_NotApproved_MayNotBeIntended() => Given.Events(Asked).Under(Rules).When(Intend("intend")).ThenNothing();

    [Fact]
    public void Notice_TakenByAll_IsSent() => Assert.Equal(MailStatus.Sent, Status(Given.Events(Intended).Under(Rules).When(Told(ToAcme, ToGlobex)).Then(new MailSent(MailKind.Notice, [ToAcme, ToGlobex]) { At = Noon }).After));

    [Fact]
    public void Notice_RefusedForOne_CanBeSentAgainToThatOneAlone()
    {
        IncidentEvent[] again = [.. Intended, new MailSent(MailKind.Notice, [ToAcme, NotToGlobex]) { At = Noon }, new MailApproved(MailKind.Notice, ["acme", "globex"], Ana, null) { At = Noon }];

        var step = CustomerMailRules.Next(IncidentFold.Of(again)!, MailKind.Notice, Rules)!;
        Assert.Equal((MailDeed.Send, "globex"), (step.Deed, Assert.Single(step.Tenants)));
    }

    [Fact]
    public void Notice_TenantAffectedAfterTheOthersWereWrittenTo_IsAskedForThatOneAlone()
    {
        IncidentEvent[] sent =
        [
            .. Touched.Take(2), new DiagnosisMade("marketplace-metering", new Diagnosis { Finding = "x", Summary = "x", Confidence = Confidence.High, Impact = new Impact { Data = true, Tenants = ["acme"] } }, DryRun: false) { At = Noon },
            new MailApproved(MailKind.Notice, ["acme"], Ana, "Sorry.") { At = Noon }, new MailIntended(MailKind.Notice, "intend") { At = Noon }, new MailSent(MailKind.Notice, [ToAcme]) { At = Noon },
        ];
        Given.Events(sent).Under(Rules).When(Advance()).ThenNothing();

        IncidentEvent[] joined = [.. sent, new TenantsAffected(["globex"], 2) { At = Noon }];
        var asked = Given.Events(joined).Under(Rules).When(Advance()).Then(new MailAsked(MailKind.Notice, ["globex"], ["Ana"]) { At = Noon }).After;
        Assert.Null(CustomerMailRules.Next(asked, MailKind.Notice, Rules));

        var step = CustomerMailRules.Next(IncidentFold.Of([.. joined, new MailAsked(MailKind.Notice, ["globex"], ["Ana"]) { At = Noon }, new MailApproved(MailKind.Notice, ["globex"], Ana, null) { At = Noon }])!, MailKind.Notice, Rules)!;
        Assert.Equal((MailDeed.Send, "globex"), (step.Deed, Assert.Single(step.Tenants)));
    }

    [Fact]
    public void Report_RefusedForOne_IsAskedAboutAgainForThatOneAlone()
    {
        IncidentEvent[] refused =
        [
            .. Touched, new IncidentResolved(Ana, "fixed") { At = Noon }, new MailApproved(MailKind.Report, ["acme", "globex"], Ana, null) { At = Noon },
            new MailIntended(MailKind.Report, "intend") { At = Noon }, new MailSent(MailKind.Report, [ToAcme, NotToGlobex]) { At = Noon },
        ];

        var outcome = Given.Events(refused).Under(Rules).When(Advance() with { Mail = MailKind.Report }).Then(new MailAsked(MailKind.Report, ["globex"], ["Ana"]) { At = Noon });

        Assert.Null(CustomerMailRules.Next(outcome.After, MailKind.Report, Rules));
        Assert.True(CustomerMailRules.IsForAPerson(outcome.After, outcome.After.Mails[0]));
    }

    [Fact]
    public void Notice_IntendedAndNeverTold_IsInDoubtAndForAPerson()
    {
        var outcome = Given.Events(Intended).Under(Rules).When(Advance()).Then(new MailInDoubt(MailKind.Notice) { At = Noon });

        Assert.Null(CustomerMailRules.Next(outcome.After, MailKind.Notice, Rules));
        Assert.True(CustomerMailRules.IsForAPerson(outcome.After, outcome.After.Mails[0]));
    }

    [Fact]
    public void Notice_ToldAfterItWasInDoubt_IsSentAllTheSame() =>
        Assert.Equal(MailStatus.Sent, Status(Given.Events([.. Intended, new MailInDoubt(MailKind.Notice) { At = Noon }]).Under(Rules).When(Told(ToAcme, ToGlobex)).After));

    [Fact]
    public void Notice_DroppedByAPerson_IsNeverSent()
    {
        var dropped = Given.Events(Asked).Under(Rules).When(Decide(send: false)).Then(new MailDropped(MailKind.Notice, Ana, "no") { At = Noon }).After;

        Assert.Null(CustomerMailRules.Next(dropped, MailKind.Notice, Rules));
        Given.Events([.. Asked, new MailDropped(MailKind.Notice, Ana, "no") { At = Noon }]).Under(Rules).When(Decide(send: true)).ThenNothing();
    }

    [Fact]
    public void Decisions_OfTwoPeople_CountOnce() => Given.Events(Approved).Under(Rules).When(Decide(send: false)).ThenNothing();

    [Fact]
    public void Notice_NobodyDecidedAboutUntilTheEnd_IsOverAndTheReportIsAskedAfterTheSummary()
    {
        IncidentEvent[] over = [.. Asked, new IncidentResolved(Ana, "fixed") { At = Noon }];
        Given.Events(over).Under(Rules).When(Decide(send: true)).ThenNothing();

        Assert.IsType<AftermathDecision.Hold>(AftermathRules.Next(IncidentFold.Of(over)!, 1, Rules, Noon.AddHours(23)));
        var decision = Assert.IsType<AftermathDecision.Mail>(AftermathRules.Next(IncidentFold.Of([.. over, new AftermathTold(AftermathStep.Summary, null, []) { At = Noon.AddHours(24) }])!, 1, Rules, Noon.AddHours(24)));
        Assert.Equal((MailKind.Report, MailDeed.Ask), (decision.Step.Kind, decision.Step.Deed));
    }

    [Fact]
    public void Updates_WithAMailToDo_DoThatFirst() => Assert.IsType<UpdateDecision.Mail>(UpdateRules.Next(IncidentFold.Of(Touched)!, 1, Rules, Noon));

    /// <summary>Whatever people and workflows do in whatever order, and whoever dies: no tenant's mail is sent twice without a person's yes in between, and none without any.</summary>
    [Fact]
    public void Mail_InAnyOrderOfDeedsAndDeaths_IsNeverSentTwiceWithoutAPerson() => Gen.Int[0, 4].Array[1, 25].Sample(deeds =>
    {
        var incident = IncidentFold.Of(Asked)!;
        var (yes, sends, number) = (0, 0, 0);
        foreach (var deed in deeds)
        {
            IncidentCommand command = deed switch
            {
                0 => Decide(send: true),
                1 => Advance(),
                2 => Intend($"intend-{number++}"),
                3 => Told(ToAcme, NotToGlobex),
                _ => Decide(send: false),
            };
            var events = IncidentDecider.Decide(incident, command, Rules);
            incident = events.Aggregate(incident, IncidentFold.Apply);
            yes += events.Count(happened => happened is MailApproved);
            sends += command is IntendMail intend && LifecycleRules.Answer(incident, intend, Rules).MaySend ? 1 : 0;
            Assert.True(sends <= yes);
        }
    });

    [Theory]
    [InlineData(MailKind.Notice)]
    [InlineData(MailKind.Report)]
    public void Text_OfAMail_ReadsAsVerified(MailKind kind)
    {
        var incident = IncidentFold.Of([.. Touched, .. kind == MailKind.Report ? [new IncidentResolved(Ana, "fixed") { At = Noon.AddHours(2) }] : Array.Empty<IncidentEvent>()])! with { Type = IncidentType.MarketplaceMeteringFailure };

        Snapshot.Match(
            $"Subject: {CustomerMailText.Subject(incident, kind, Mail)}\n\n{CustomerMailText.Body(incident, kind, Mail, "We are sending the missing usage again today.", reportFollows: true)}", Snapshooter.SnapshotNameExtension.Create(kind));
    }

    [Fact]
    public void Text_OfAnyIncident_NamesNothingOfTheInside() => Hostile.Text.Sample(text =>
    {
        var incident = IncidentFold.Of([Opened() with { Title = $"secret {text}", Reason = $"secret {text}", Resources = [$"secret {text}"], Tenants = [$"secret {text}"], Description = $"secret {text}" }])!;

        Assert.DoesNotContain("secret", CustomerMailText.Body(incident, MailKind.Notice, Mail, null, false) + CustomerMailText.Subject(incident, MailKind.Report, Mail));
    });

    [Fact]
    public void Request_ToAnApprover_ShowsTheMail()
    {
        var incident = IncidentFold.Of(Touched)! with { Type = IncidentType.MarketplaceMeteringFailure };
        var message = MailRequest.ToPerson(incident, new MailStep(MailKind.Notice, MailDeed.Ask, ["acme", "globex"]), Mail, true, "ana", new Person("Ana Lima"), "https://respond.example/?link=YW5h.c2lnbmVk", Samples.Topic, Noon);

        Snapshot.Match($"To: {message.Recipient}\nSubject: {message.Subject}\n\n{message.Message}");
    }

    [Fact]
    public void Page_WithAMailThatWaits_OffersItToAnApproverAlone()
    {
        var incident = IncidentFold.Of(Asked)!;
        ResponseView View(LinkClaims claims) => new()
        {
            Claims = claims, Incident = incident, Timeline = [.. Asked], Severity = Rules.Severities[incident.Severity], Escalation = Rules.Escalation[incident.Severity], Now = Noon, Remediation = Rules.Remediation, Mail = Mail,
        };
        var expires = Noon.AddDays(1).ToUnixTimeSeconds();
        var approver = ResponsePage.Show(View(new LinkClaims(Id, LinkScope.Personal, "ana", "Ana", expires))).Html;
        var other = ResponsePage.Show(View(new LinkClaims(Id, LinkScope.Personal, "ben", "Ben", expires))).Html;
        var channel = ResponsePage.Show(View(new LinkClaims(Id, LinkScope.Broadcast, "sns", "the page topic", expires))).Html;

        Assert.Contains("""name="action" value="send-mail">""", approver);
        Assert.Contains("The notice that their data is affected waits for an approver. It goes to acme, globex.", approver);
        Assert.All([other, channel], html => Assert.DoesNotContain("send-mail", html));
        Assert.All([other, channel], html => Assert.Contains("Only the personal link of an approver can decide about it.", html));
    }

    [Fact]
    public void Decision_OfSomebodyWhoIsNoApprover_IsRefused()
    {
        var incident = IncidentFold.Of(Asked)!;
        ResponseDecision Decided(string person, string about) => ResponseDecision.Decide(
            new LinkClaims(Id, LinkScope.Personal, person, person, Noon.AddDays(1).ToUnixTimeSeconds()), "token", new ResponseDeed(ResponseAction.SendMail, null, null, incident.Version, "once", about), incident, ["ana"], Noon);

        Assert.Equal(403, Assert.IsType<DeedRefused>(Decided("ben", "notice")).Status);
        Assert.Equal(409, Assert.IsType<DeedRefused>(Decided("ana", "report")).Status);
        Assert.Equal((MailKind.Notice, true), Assert.IsType<DecideMail>(Assert.IsType<DeedAccepted>(Decided("ana", "notice")).Command) is { } decide ? (decide.Mail, decide.Send) : default);
    }

    private static MailStatus Status(Incident incident) => Assert.Single(incident.Mails).Status;

    private static AdvanceMail Advance() => new() { IncidentId = Id, At = Noon, CommandId = "advance", Generation = 1, Mail = MailKind.Notice };

    private static IntendMail Intend(string command) => new() { IncidentId = Id, At = Noon, CommandId = command, Generation = 1, Mail = MailKind.Notice };

    private static RecordMail Told(params Delivery[] deliveries) => new() { IncidentId = Id, At = Noon, CommandId = "told", Generation = 1, Mail = MailKind.Notice, Deliveries = [.. deliveries] };

    private static DecideMail Decide(bool send) => new() { IncidentId = Id, At = Noon, CommandId = "decide", By = Ana, Mail = MailKind.Notice, Send = send, Text = send ? null : "no" };
}
