using System.Text.Json;
using IncidentServerless.Domain.OnCall;
using IncidentServerless.Domain.Policy.Reading;

namespace IncidentServerless.Domain.Policy;

/// <summary>Reads <c>incident-policy.json</c>: JSON with comments and trailing commas, in the shape of <c>incident-policy.schema.json</c>.</summary>
public static class PolicyReader
{
    /// <summary>A policy in which every rule of its records' documentation holds. Channels that are not configured are left out of levels.</summary>
    /// <param name="zones">The time zones that its schedules may name; none when it has no schedules.</param>
    /// <exception cref="PolicyException">Something is wrong; it lists everything that is.</exception>
    public static IncidentPolicy Read(string json, ITimeZones? zones = null)
    {
        var faults = new FaultList();
        var file = PolicyText.Parse(json, faults);
        var policy = Policy(file, zones ?? TimeZoneFile.Empty).Read(file);
        RefuseApprovalByNobody(file);
        RefuseSharedMembers(file);
        RefuseSharedSecret(file);
        faults.ThrowIfAny();
        return policy;
    }

    private static void RefuseApprovalByNobody(PolicyValue file)
    {
        var remediation = file.Member("remediation");
        var approvers = remediation?.Member("approvers");
        // What cannot be read at all is a fault of its own.
        var namesNobody = remediation is null or { IsObject: true } && approvers is null or { Kind: JsonValueKind.Array, Elements: [] };
        foreach (var (name, runbook) in file.Member("runbooks")?.Members ?? [])
        {
            if (runbook.Member("mode") is { Text: "approve" } mode && namesNobody)
            {
                mode.Fault($"\"approve\" asks somebody, and remediation.approvers names nobody, so {name} could never act; name people there");
            }
        }
    }

    /// <summary>A member of Slack is one person: else nobody could say in whose name they act.</summary>
    private static void RefuseSharedMembers(PolicyValue file)
    {
        Dictionary<string, string> known = [];
        foreach (var (id, person) in file.Member("people")?.Members ?? [])
        {
            if (person.Member("slack") is { Text: { Length: > 0 } member } value && !known.TryAdd(member, id))
            {
                value.Fault($"is {known[member]}'s too; a member of Slack is one person");
            }
        }
    }

    /// <summary>Both are signed alike: with one secret for both, whoever may report could end incidents.</summary>
    private static void RefuseSharedSecret(PolicyValue file)
    {
        if (file.Member("channels")?.Member("webhook")?.Member("secret") is { Text: { Length: > 0 } deeds } value && file.Member("reports")?.Member("webhookSecret")?.Text == deeds)
        {
            value.Fault("is the secret of reports.webhookSecret too; whoever may report must not be able to end incidents, so name another");
        }
    }

    private static Shape<IncidentPolicy> Policy(PolicyValue file, ITimeZones zones) => Shape.Object("an object with the runbook's tables", members =>
    {
        var automation = new RunbookShapes(file.Member("people"));
        members.Optional("$schema", Scalars.Text("where the schema is", 500), otherwise: string.Empty);
        var policy = new IncidentPolicy
        {
            Severities = members.Required("severities", SeverityShapes.Severities),
            Routes = members.Required("routes", RouteShapes.Routes),
            Fallback = members.Required("fallback", RouteShapes.Fallback),
            Escalation = members.Required("escalation", new EscalationShapes(file.Member("people"), file.Member("channels"), file.Member("onCall")).Escalations),
            SeverityRises = members.Optional("severityRises", CorrelationShapes.Rises, otherwise: []),
            Correlation = members.Optional("correlation", CorrelationShapes.Correlation, otherwise: Correlation.Default),
            Silences = [.. members.Optional("silences", SilenceShapes.Silences, otherwise: []), .. members.Optional("maintenance", SilenceShapes.Maintenance, otherwise: [])],
            Recovery = members.Required("recovery", Recovery),
            LinksExpireAfter = members.Required("linksExpireAfter", Scalars.Duration(Limits.Hour, Limits.Month)),
            People = members.Optional("people", ChannelShapes.People, otherwise: new Dictionary<string, Person>()),
            OnCall = members.Optional("onCall", new OnCallShapes(file.Member("people"), zones).Schedules, otherwise: new Dictionary<string, Schedule>()),
            Channels = members.Optional("channels", ChannelShapes.Channels, otherwise: new Channels(null, null)),
            Remediation = members.Optional("remediation", automation.Remediation, otherwise: RemediationPolicy.Default),
        };
        var runbooks = members.Optional("runbooks", automation.Runbooks, otherwise: RunbooksSection.Default);
        return policy with
        {
            Runbooks = runbooks.ByName,
            PartnerCentral = runbooks.PartnerCentral.Settings,
            MarketplaceMetering = runbooks.MarketplaceMetering.Settings,
            DataQuality = runbooks.DataQuality.Settings,
            Authentication = runbooks.Authentication.Settings,
            CostSpike = runbooks.CostSpike.Settings,
            SecurityFinding = runbooks.SecurityFinding.Settings,
            Reports = members.Optional("reports", ReportShapes.Reports, otherwise: ReportsPolicy.Default),
            Logs = members.Optional("logs", LogShapes.Logs, otherwise: LogsPolicy.Default),
            Updates = members.Optional("updates", CommunicationShapes.Updates, otherwise: UpdatesPolicy.Default),
            Tickets = members.Optional("tickets", CommunicationShapes.Tickets, otherwise: TicketsPolicy.Default),
            Drill = members.Optional("drill", new DrillShapes(file.Member("escalation")).Weekly, otherwise: null),
            Customers = members.Optional("customers", CustomerShapes.Customers, otherwise: CustomersPolicy.Default),
            Aftermath = members.Optional("aftermath", new CommunicationShapes(file.Member("people")).Aftermath, otherwise: AftermathPolicy.Default),
        };
    });

    private static Shape<Recovery> Recovery { get; } = Shape.Object("an object with resolveAfterStable and reopenWithin", members => new Recovery(
        members.Required("resolveAfterStable", Scalars.Duration(Limits.Minute, Limits.Week)),
        members.Required("reopenWithin", Scalars.Duration(TimeSpan.Zero, Limits.Week))));
}
