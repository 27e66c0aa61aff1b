using System.Collections.Immutable;
using System.Text.Json.Serialization;
using IncidentServerless.Domain.Customers;
using IncidentServerless.Domain.Evidence;
using IncidentServerless.Domain.Remediation;
using IncidentServerless.Domain.Severity;
using IncidentServerless.Domain.Tickets;

namespace IncidentServerless.Domain.Incidents;

/// <summary>An incident as its events have made it. It changes only by <see cref="IncidentEvent"/>s (see <c>IncidentFold</c>).</summary>
[JsonConverter(typeof(IncidentConverter))]
public sealed record Incident
{
    /// <summary><c>INC-yyyymmdd-XXXXXXXX</c>.</summary>
    public required string Id { get; init; }

    /// <summary>The number of events so far; the first makes it 1.</summary>
    public required int Version { get; init; }

    /// <summary>Counts the lives of its workflows: 1 at first, one more for each reopening and each revival.</summary>
    public required int Generation { get; init; }

    public required IncidentType Type { get; init; }
    public required SeverityLevel Severity { get; init; }
    public required IncidentStatus Status { get; init; }
    public required string Title { get; init; }

    /// <summary>The signal's reason in its own words; null when it gave none.</summary>
    public string? Reason { get; init; }

    /// <summary>What the alert's owners wrote about it; null when nothing.</summary>
    public string? Description { get; init; }

    /// <summary>The key that later signals of the same trouble carry.</summary>
    public required string DedupKey { get; init; }

    /// <summary>
    /// The alerts that fire, by <see cref="AlertId"/>, once more than one was on it or it has fired again: it is mitigated when the last has
    /// recovered. Empty for an incident of one alert. At most <see cref="MostAlerts"/>: with so many nobody can know any more when all have.
    /// </summary>
    public ImmutableArray<string> Firing { get; init; } = [];

    /// <summary>What its diagnoses found of the damage; null when none said anything.</summary>
    public Impact? Impact { get; init; }

    /// <summary>The detection source, for example <c>cloudwatch-alarm</c>.</summary>
    public required string Source { get; init; }

    public required string Account { get; init; }
    public required string Region { get; init; }
    public ImmutableArray<string> Resources { get; init; } = [];
    public ImmutableArray<string> Tenants { get; init; } = [];

    /// <summary>When the trouble began, by the signal.</summary>
    public required DateTimeOffset OccurredAt { get; init; }

    /// <summary>When this life of it began: the opening, or the last reopening.</summary>
    public required DateTimeOffset OpenedAt { get; init; }

    /// <summary>When the first page of this life was sent.</summary>
    public DateTimeOffset? PagedAt { get; init; }

    /// <summary>When it was first acknowledged in this life.</summary>
    public DateTimeOffset? AcknowledgedAt { get; init; }

    /// <summary>When its workflows were last started anew because they had died; null when never.</summary>
    public DateTimeOffset? RevivedAt { get; init; }

    /// <summary>How often its workflows were started anew in this life of it.</summary>
    public int Revivals { get; init; }

    /// <summary>How many notes people have made.</summary>
    public int Notes { get; init; }

    public DateTimeOffset? MitigatedAt { get; init; }

    /// <summary>It was an action of a runbook that mitigated it, and no signal said so.</summary>
    public bool MitigatedByAction { get; init; }

    public DateTimeOffset? ResolvedAt { get; init; }
    public DateTimeOffset? ClosedAt { get; init; }

    /// <summary>Who has it; null when nobody has, or the acknowledgement expired.</summary>
    public Acknowledgement? Acknowledgement { get; init; }

    public required PagingProgress Paging { get; init; }

    /// <summary>The runbook of this life of it; null before one began.</summary>
    public RunbookRun? Runbook { get; init; }

    /// <summary>What runbooks planned and did, in all its lives, in the order of planning.</summary>
    public ImmutableArray<ActionRecord> Actions { get; init; } = [];

    /// <summary>People have been told everything up to this version.</summary>
    public int InformedVersion { get; init; }

    /// <summary>The version at which somebody last took it or changed its severity, or it recovered or ended; 0 when nothing did.</summary>
    public int SettledVersion { get; init; }

    /// <summary>When those who follow it were last told how it stands, and up to which version; null and 0 when never.</summary>
    public DateTimeOffset? UpdatedAt { get; init; }
    public int UpdatedVersion { get; init; }

    /// <summary>What the customers' status page was told of it; null when nothing.</summary>
    public StatusPageTold? StatusPage { get; init; }

    /// <summary>What its ticket was told of it; null when it has none.</summary>
    public TicketTold? Ticket { get; init; }

    /// <summary>Mails to customers in this life of it, at most one of each kind.</summary>
    public ImmutableArray<CustomerMail> Mails { get; init; } = [];

    /// <summary>When the response time of its severity had passed with nobody on it, in this life; null when it did not.</summary>
    public DateTimeOffset? ResponseMissedAt { get; init; }

    /// <summary>Which channels did not take a page of a drill, and why, each once: <c>Slack refused it: channel_not_found</c>. Empty for all others.</summary>
    public ImmutableArray<string> BrokenChannels { get; init; } = [];

    /// <summary>Whoever resolved it said that nothing had been wrong.</summary>
    public bool FalseAlarm { get; init; }

    /// <summary>Why it is over, in the words of whoever or whatever ended it; null while it is not, or where nobody said.</summary>
    public string? Resolution { get; init; }

    /// <summary>The last step of the aftermath that was told in this life of it, as its number; 0 before the first.</summary>
    public int AftermathTold { get; init; }

    /// <summary>What is to be done so that it does not come back, in the order of adding.</summary>
    public ImmutableArray<FollowUpItem> Items { get; init; } = [];

    /// <summary>For each topic the version at which it was last raised. A wait that has seen an older version is answered.</summary>
    public RaisedTopics Raised { get; init; } = new();

    /// <summary>So many notes are kept; links that were passed on must not be able to fill a timeline that every page reads.</summary>
    public const int MostNotes = 200;

    /// <summary>So many different alerts are kept apart.</summary>
    public const int MostAlerts = 100;

    /// <summary>So many tenants are named; more are counted by nobody.</summary>
    public const int MostTenants = 50;

    /// <summary>Nothing is wrong: it tests whether people are reached.</summary>
    public bool IsDrill => Type == IncidentType.Drill;

    /// <summary>It exists for the sake of a runbook's dry run alone, which a person started and reads: nobody else is to hear of it.</summary>
    public bool IsDryRun => Runbook is { DryRun: true };

    /// <summary>Neither resolved nor closed.</summary>
    public bool IsActive => Status is IncidentStatus.Open or IncidentStatus.Acknowledged or IncidentStatus.Mitigated;
}

/// <summary>A runbook at work on an incident.</summary>
/// <param name="Execution">The ARN of the execution that owns it; what any other says is not listened to.</param>
/// <param name="ByHand">Who says to have started it by hand; null when the lifecycle did.</param>
public sealed record RunbookRun(string Name, string Execution, string? ByHand, bool DryRun)
{
    /// <summary>What it found; null before it did.</summary>
    public Finding? Finding { get; init; }

    /// <summary>Why it did not start or died; null when it did neither.</summary>
    public string? FailedBecause { get; init; }
}

/// <summary>A diagnosis in short, for pages.</summary>
public sealed record Finding(string Name, string Summary, Confidence Confidence)
{
    /// <summary>See <see cref="Diagnosis.Tell"/>.</summary>
    public ImmutableArray<string> Tell { get; init; } = [];
}

/// <summary>Who has an incident, since when, and when something last moved.</summary>
public sealed record Acknowledgement(Actor By, DateTimeOffset At, DateTimeOffset ProgressAt);

/// <summary>How far paging has come.</summary>
public sealed record PagingProgress
{
    public static PagingProgress None { get; } = new();

    /// <summary>1 for the first round; one more each time an acknowledgement expired or the incident was reopened after pages.</summary>
    public int Round { get; init; } = 1;

    /// <summary>The last level paged in this round, from 1; 0 when none was. The last level counts on while it repeats.</summary>
    public int Level { get; init; }

    /// <summary>When that level was paged.</summary>
    public DateTimeOffset? LevelPagedAt { get; init; }

    /// <summary>The incident's version when paging last began anew; a page that was decided before then does not count for what came after.</summary>
    public int BeganAtVersion { get; init; }

    /// <summary>No channel took that page.</summary>
    public bool Unheard { get; init; }

    /// <summary>A person asked for the next level since.</summary>
    public bool EscalationAsked { get; init; }

    /// <summary>SNS was told straight from the classifier because workflows would not start; level 1 leaves SNS out.</summary>
    public bool PagedDirectly { get; init; }

    /// <summary>Ids of those who were paged on their own topics in this life of it: they are also told what is new, who took it, and that it is over.</summary>
    public ImmutableArray<string> People { get; init; } = [];

    /// <summary>What PagerDuty was last told; null when it was told nothing, or is not configured.</summary>
    public PagerDutyTold? PagerDuty { get; init; }
}

/// <param name="Round">The paging round of the last trigger.</param>
/// <param name="Triggers">How many triggers it took. Each has a dedup key of its own, because PagerDuty notifies nobody again for a key that is open.</param>
/// <param name="Status">What all of those were last told.</param>
/// <param name="FailedTries">How often in a row PagerDuty did not take the next thing it was to be told.</param>
/// <param name="FailedAt">When it last did not; null when it took the last thing.</param>
public sealed record PagerDutyTold(int Round, int Triggers, PagerDutyStatus Status, int FailedTries = 0, DateTimeOffset? FailedAt = null);
