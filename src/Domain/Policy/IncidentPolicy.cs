using IncidentServerless.Domain.OnCall;
using IncidentServerless.Domain.Severity;

namespace IncidentServerless.Domain.Policy;

/// <summary>The runbook's tables as data: <c>incident-policy.json</c>, validated.</summary>
public sealed record IncidentPolicy
{
    /// <summary>One row for each severity (runbook 1); all four are present.</summary>
    public required IReadOnlyDictionary<SeverityLevel, SeverityRow> Severities { get; init; }

    /// <summary>Which signals are what; the first match wins.</summary>
    public required IReadOnlyList<Route> Routes { get; init; }

    /// <summary>What a signal is that no route matches, so that nothing falls through.</summary>
    public required Fallback Fallback { get; init; }

    /// <summary>What nobody is told of for a while: silences, then maintenance windows. May be empty.</summary>
    public IReadOnlyList<Silence> Silences { get; init; } = [];

    /// <summary>Which alerts belong together.</summary>
    public Correlation Correlation { get; init; } = Correlation.Default;

    /// <summary>What makes an incident worse than its first alert said; the worst that holds counts. May be empty.</summary>
    public IReadOnlyList<SeverityRise> SeverityRises { get; init; } = [];

    /// <summary>Who is told, one row for each severity; all four are present.</summary>
    public required IReadOnlyDictionary<SeverityLevel, Escalation> Escalation { get; init; }

    /// <summary>When a recovered incident counts as over, and when it is taken up again.</summary>
    public required Recovery Recovery { get; init; }

    /// <summary>People that can be paged by name, by id. May be empty.</summary>
    public required IReadOnlyDictionary<string, Person> People { get; init; }

    /// <summary>Who is on call when, by the schedule's name. May be empty.</summary>
    public IReadOnlyDictionary<string, Schedule> OnCall { get; init; } = new Dictionary<string, Schedule>();

    /// <summary>The channels that are configured. SNS always is.</summary>
    public required Channels Channels { get; init; }

    /// <summary>How long a signed link works after it was sent. 1 h to 30 d.</summary>
    public required TimeSpan LinksExpireAfter { get; init; }

    /// <summary>What automation may do, whatever the runbook.</summary>
    public RemediationPolicy Remediation { get; init; } = RemediationPolicy.Default;

    /// <summary>Those who may decide about actions, as people call them.</summary>
    public IEnumerable<string> ApproverNames => Remediation.Approvers.Select(id => People[id].Name);

    /// <summary>What each runbook may do, by its name. One that is not here plans only.</summary>
    public IReadOnlyDictionary<string, RunbookPolicy> Runbooks { get; init; } = new Dictionary<string, RunbookPolicy>();

    /// <summary>What the runbook for Partner Central's API is to know of the account.</summary>
    public PartnerCentralPolicy PartnerCentral { get; init; } = PartnerCentralPolicy.Default;

    /// <summary>What the runbook for Marketplace metering is to know of the account.</summary>
    public MeteringPolicy MarketplaceMetering { get; init; } = MeteringPolicy.Default;

    /// <summary>What the runbook for data quality is to know of the account.</summary>
    public DataQualityPolicy DataQuality { get; init; } = DataQualityPolicy.Default;

    /// <summary>What the runbook for authentication is to know of the account.</summary>
    public AuthenticationPolicy Authentication { get; init; } = AuthenticationPolicy.Default;

    /// <summary>What the runbook for cost spikes is to know of the account.</summary>
    public CostSpikePolicy CostSpike { get; init; } = CostSpikePolicy.Default;

    /// <summary>What the runbook for security findings is to know of the account.</summary>
    public SecurityPolicy SecurityFinding { get; init; } = SecurityPolicy.Default;

    /// <summary>Which applications' logs are looked at.</summary>
    public LogsPolicy Logs { get; init; } = LogsPolicy.Default;

    /// <summary>Who may send customers' reports.</summary>
    public ReportsPolicy Reports { get; init; } = ReportsPolicy.Default;

    /// <summary>Status updates while an incident is active.</summary>
    public UpdatesPolicy Updates { get; init; } = UpdatesPolicy.Default;

    /// <summary>What follows a resolved incident.</summary>
    public AftermathPolicy Aftermath { get; init; } = AftermathPolicy.Default;

    /// <summary>Which incidents get a ticket.</summary>
    public TicketsPolicy Tickets { get; init; } = TicketsPolicy.Default;

    /// <summary>When test pages come by themselves; null when only on request.</summary>
    public WeeklyDrill? Drill { get; init; }

    /// <summary>What customers are told.</summary>
    public CustomersPolicy Customers { get; init; } = CustomersPolicy.Default;

    public RunbookPolicy Runbook(string name) => Runbooks.GetValueOrDefault(name, RunbookPolicy.Observing);
}
