using System.Text.RegularExpressions;
using IncidentServerless.Domain.Incidents;
using IncidentServerless.Domain.Policy;
using IncidentServerless.Domain.Runbooks;
using IncidentServerless.Domain.Severity;
using IncidentServerless.TimeZones;

namespace IncidentServerless.Domain.Tests.Policy;

public class PolicyReaderTests
{
    [Fact]
    public void Read_EverythingWritten_GivesEveryValue()
    {
        var policy = new PolicyFile().Read();

        Assert.Equal(new SeverityRow("Platform down, data breach", TimeSpan.FromMinutes(15)), policy.Severities[SeverityLevel.Sev1]);
        Assert.Equal(
            [("Checkout", IncidentType.GeneralIncident, SeverityLevel.Sev1), ("Sign-in", IncidentType.AuthenticationFailure, SeverityLevel.Sev2)],
            policy.Routes.Select(route => (route.Name, route.Type, route.Severity)));
        Assert.Equal(new Fallback(IncidentType.GeneralIncident, SeverityLevel.Sev3), policy.Fallback);
        Assert.Equal(new Recovery(TimeSpan.FromMinutes(15), TimeSpan.Zero), policy.Recovery);
        Assert.Equal(TimeSpan.FromDays(7), policy.LinksExpireAfter);
        Assert.Equal(new Person("Ana Lima", "U024BE7LH"), policy.People["ana"]);
        Assert.Equal(new PagerDutyChannel("incident/pagerduty-routing-key", OwnsEscalation: false, "/incident/pagerduty-webhook"), policy.Channels.PagerDuty);
        Assert.Equal(new SlackChannel("incident/slack-bot-token", "#incident-response", "/incident/slack-signing"), policy.Channels.Slack);

        Assert.Equal([new SeverityRise("Several tenants", RiseEvidence.Tenants, 3, SeverityLevel.Sev1)], policy.SeverityRises);
        Assert.Equal((TimeSpan.FromMinutes(20), new StormRule(4, TimeSpan.FromMinutes(2))), (policy.Correlation.SameTypeAndTenant, policy.Correlation.Storm));
        Assert.Equal([("Shop", TimeSpan.FromMinutes(30))], policy.Correlation.Rules.Select(rule => (rule.Name, rule.Within)));
        Assert.Equal(["/ecs/sign-in"], policy.Logs.Groups);
        Assert.Equal("?ERROR ?\"failed login\"", policy.Logs.Pattern);

        var page = policy.Escalation[SeverityLevel.Sev1];
        Assert.Equal((MessageKind.Page, TimeSpan.FromMinutes(30), 2), (page.Kind, page.AcknowledgementExpires, page.Levels.Count));
        Assert.Equal([Channel.Sns, Channel.Slack, Channel.PagerDuty], page.Levels[0].Channels);
        Assert.Equal(["ana"], page.Levels[0].People);
        Assert.Equal(TimeSpan.FromMinutes(5), page.Levels[0].Wait);
        Assert.Equal(("primary", null), (page.Levels[0].OnCall, page.Levels[1].OnCall));
        Assert.Equal(MessageKind.Notice, policy.Escalation[SeverityLevel.Sev4].Kind);
    }

    [Fact]
    public void Read_OptionalMembersLeftOut_UsesTheirDefaults()
    {
        var policy = new PolicyFile()
            .Without("$schema")
            .Without("escalation/SEV1/levels/0/people")
            .With("escalation/SEV1/levels/1/channels", """["sns"]""")
            .Without("people")
            .Without("onCall")
            .Without("escalation/SEV1/levels/0/onCall")
            .Without("escalation/SEV2/levels/0/onCall")
            .Without("escalation/SEV3/levels/0/onCall")
            .Without("escalation/SEV4/levels/0/onCall")
            .Without("remediation")
            .Without("runbooks")
            .Without("logs")
            .Without("updates")
            .Without("aftermath")
            .Without("customers")
            .Without("tickets")
            .With("channels", """{ "pagerDuty": { "routingKeySecret": "key" } }""")
            .Read();

        Assert.Empty(policy.People);
        Assert.Empty(policy.Escalation[SeverityLevel.Sev1].Levels[0].People);
        Assert.Null(policy.Escalation[SeverityLevel.Sev1].Levels[0].OnCall);
        Assert.Empty(policy.OnCall);
        Assert.True(policy.Channels.PagerDuty!.OwnsEscalation);
        Assert.Null(policy.Channels.Slack);
        Assert.Equal(RemediationPolicy.Default, policy.Remediation);
        Assert.Equal(RunbookMode.Observe, policy.Runbook("cost-spike").Mode);
        Assert.Equal(CostSpikePolicy.Default, policy.CostSpike);
        Assert.Equal(LogsPolicy.Default, policy.Logs);
        Assert.Equal(UpdatesPolicy.Default, policy.Updates);
        Assert.Equal(AftermathPolicy.Default, policy.Aftermath);
        Assert.Equal(CustomersPolicy.Default, policy.Customers);
        Assert.Equal(TicketsPolicy.Default, policy.Tickets);
    }

    [Fact]
    public void Read_EverythingAboutRemediationWritten_GivesEveryValue()
    {
        var policy = new PolicyFile().Read();

        Assert.Equal(["ana"], policy.Remediation.Approvers);
        Assert.Equal(
            new RemediationPolicy(policy.Remediation.Approvers, TimeSpan.FromMinutes(20), TimeSpan.Zero, TimeSpan.FromMinutes(5), TimeSpan.FromHours(12), new RemediationLimits(2, 10, 4, TimeSpan.FromHours(3))),
            policy.Remediation);

        var costSpike = policy.Runbook("cost-spike");
        Assert.Equal(RunbookMode.Approve, costSpike.Mode);
        Assert.Equal(["cancel-query", "throttle-function", "tighten-quota"], costSpike.Actions.Keys.Order(StringComparer.Ordinal));
        Assert.True(costSpike.Lists("throttle-function", "orders-export"));
        Assert.True(costSpike.Lists("throttle-function", "report-daily"));
        Assert.False(costSpike.Lists("throttle-function", "orders-export-2"));
        Assert.False(costSpike.Lists("cancel-query", "orders-export"));
        Assert.Equal(["month-end-*"], policy.CostSpike.KnownJobs);
        Assert.Equal(TimeSpan.FromHours(2), policy.CostSpike.RunawayAfter);
        Assert.Equal(new GuardrailNames("guardrails", "tenant", "perHour", "Platform", "Requests", "Tenant"), policy.CostSpike.Guardrails);
        Assert.Equal(RunbookMode.Observe, policy.Runbook("general").Mode);
    }

    [Fact]
    public void Read_RemediationWithoutMembers_UsesTheirDefaults()
    {
        var policy = new PolicyFile().With("remediation", """{ "limits": {} }""").With("runbooks", """{ "cost-spike": { "mode": "auto" } }""").Read();

        Assert.Equal(RemediationPolicy.Default with { Approvers = policy.Remediation.Approvers }, policy.Remediation);
        Assert.Empty(policy.Remediation.Approvers);
        Assert.Empty(policy.Runbook("cost-spike").Actions);
        Assert.Equal((TimeSpan.FromHours(1), null), (policy.CostSpike.RunawayAfter, policy.CostSpike.Guardrails));
    }

    [Fact]
    public void Read_ShippedPolicy_LetsAutomationObserveOnly()
    {
        var policy = PolicyReader.Read(RepositoryFiles.Read("cdk/incident-policy.json"));

        Assert.Equal(RemediationPolicy.Default with { Approvers = policy.Remediation.Approvers }, policy.Remediation);
        Assert.Empty(policy.Remediation.Approvers);
        Assert.Equal(RunbookMode.Observe, policy.Runbook("cost-spike").Mode);
        Assert.Empty(policy.Runbook("cost-spike").Actions);
    }

    [Fact]
    public void Read_ShippedPolicyWithSlashesRemoved_SwitchesTheExamplesOn()
    {
        var json = RepositoryFiles.Read("cdk/incident-policy.json")
            .Replace("\"mode\": \"observe\"", "\"mode\": \"approve\"", StringComparison.Ordinal);
        json = Regex.Replace(json, """^( *)// ("(?:ana|bo|cleo|approvers|throttle-function|cancel-query|tighten-quota|knownJobs|guardrails|groups|pattern|resubmit-usage|productCode|quarantine-objects|reprocess-entity|catalog|bucket|reprocess|warehouse|deactivate-key|deny-sessions|isolate-instance|block-public-access|isolation)".*|"(?:database|primary)": \{|  "(?:timeZone|layers|overrides|table|namespace|name|by|cluster|secret|arn|database)".*|   .*|  \],|\{|\},)$""", "$1$2", RegexOptions.Multiline);

        var policy = PolicyReader.Read(json, TzdbTimeZones.All);

        Assert.Equal(["ana"], policy.Remediation.Approvers);
        Assert.Equal(["Weekly", "Working hours"], policy.OnCall["primary"].Layers.Select(layer => layer.Name));
        Assert.Equal("Ana is at a wedding.", policy.OnCall["primary"].Overrides[0].Why);
        Assert.Equal(("2ovmxyzv8nqexample", "billing"), (policy.MarketplaceMetering.ProductCode, policy.MarketplaceMetering.Database!.Name));
        Assert.Equal(("analytics", "lake-reprocess"), (policy.DataQuality.Warehouse!.Cluster, policy.DataQuality.Reprocess));
        Assert.Equal("sg-0123456789abcdef0", policy.SecurityFinding.Isolation!.SecurityGroup);
        Assert.Equal((RunbookMode.Approve, 3), (policy.Runbook("cost-spike").Mode, policy.Runbook("cost-spike").Actions.Count));
        Assert.True(policy.CostSpike.IsKnownJob("month-end-close"));
        Assert.Equal("tenant-guardrails", policy.CostSpike.Guardrails!.Table);
        Assert.Equal((2, "?ERROR ?USER_AUTH_FAIL ?\"access denied\""), (policy.Logs.Groups.Count, policy.Logs.Pattern));
        Assert.Equal(["Upgrade of the orders database", "Sunday batch"], policy.Silences.Select(silence => silence.Name));
    }

    [Fact]
    public void Read_LevelNamesChannelsThatAreNotConfigured_LeavesThemOut()
    {
        var policy = new PolicyFile().Without("channels").With("escalation/SEV1/levels/1/channels", """["slack", "sns"]""").Read();

        Assert.All(policy.Escalation[SeverityLevel.Sev1].Levels, level => Assert.Equal([Channel.Sns], level.Channels));
    }

    [Fact]
    public void Read_CommentsTrailingCommasAndByteOrderMark_AreAllowed()
    {
        var json = new PolicyFile().Json;
        var commented = "\uFEFF// The policy.\n" + json.Insert(json.LastIndexOf('}'), ", /* the end */ ");

        Assert.Equal(2, PolicyReader.Read(commented, TzdbTimeZones.All).Routes.Count);
    }

    [Fact]
    public void Read_ShippedPolicy_IsRunbooksSeverityTable()
    {
        var policy = PolicyReader.Read(RepositoryFiles.Read("cdk/incident-policy.json"));

        Assert.Equal(
            [
                (SeverityLevel.Sev1, "Platform down, data breach", "15m"),
                (SeverityLevel.Sev2, "Major feature broken, tenant impacted", "1h"),
                (SeverityLevel.Sev3, "Degraded performance, workaround exists", "4h"),
                (SeverityLevel.Sev4, "Minor issue, cosmetic", "1d"),
            ],
            policy.Severities.OrderBy(row => row.Key).Select(row => (row.Key, row.Value.Description, PolicyDuration.Print(row.Value.RespondWithin))));
        Assert.Equal(
            [MessageKind.Page, MessageKind.Page, MessageKind.Notice, MessageKind.Notice],
            policy.Escalation.OrderBy(row => row.Key).Select(row => row.Value.Kind));
    }

    [Fact]
    public void Read_ShippedPolicy_HasARouteForEachIncidentType()
    {
        var policy = PolicyReader.Read(RepositoryFiles.Read("cdk/incident-policy.json"));

        Assert.Equal(Enum.GetValues<IncidentType>().Where(type => type != IncidentType.Drill), policy.Routes.Select(route => route.Type).Distinct().Order());
    }
}
