using IncidentServerless.Domain.Runbooks;

namespace IncidentServerless.Domain.Policy.Reading;

/// <summary><c>remediation</c> and <c>runbooks</c>: what automation may do.</summary>
/// <param name="people">The file's <c>people</c>; null when it has none.</param>
internal sealed class RunbookShapes(PolicyValue? people)
{
    private static readonly IReadOnlyList<Word<RunbookMode>> Modes =
        [new("observe", RunbookMode.Observe), new("approve", RunbookMode.Approve), new("auto", RunbookMode.Auto)];

    private static readonly Shape<int?> LargestBlastRadius = new("a whole number from 1 to 1000", value => Scalars.Number(1, 1_000).Read(value));

    private static readonly Shape<RemediationLimits> Limits = Shape.Object("an object with perTargetAndHour, largestBlastRadius, failuresUntilStop and stopFor", members => new RemediationLimits(
        members.Optional("perTargetAndHour", Scalars.Number(1, 100), otherwise: RemediationLimits.Default.PerTargetAndHour),
        members.Optional("largestBlastRadius", Scalars.Number(1, 1_000), otherwise: RemediationLimits.Default.LargestBlastRadius),
        members.Optional("failuresUntilStop", Scalars.Number(1, 100), otherwise: RemediationLimits.Default.FailuresUntilStop),
        members.Optional("stopFor", Scalars.Duration(Reading.Limits.Minute, Reading.Limits.Week), otherwise: RemediationLimits.Default.StopFor)));

    /// <summary>Names, or the beginnings of names and a star.</summary>
    internal static readonly Shape<IReadOnlyList<string>> Names = Shape.List("a list of names", Scalars.Text("a name, or the beginning of one and a *", 255));

    public Shape<RemediationPolicy> Remediation => Shape.Object("an object with approvers and limits", members => new RemediationPolicy(
        members.Optional("approvers", PersonIds.Of(people), otherwise: []),
        members.Optional("approvalWithin", Scalars.Duration(Reading.Limits.Minute, Reading.Limits.Day), otherwise: RemediationPolicy.Default.ApprovalWithin),
        members.Optional("announceBefore", Scalars.Duration(TimeSpan.Zero, Reading.Limits.Hour), otherwise: RemediationPolicy.Default.AnnounceBefore),
        members.Optional("verifyAfter", Scalars.Duration(Reading.Limits.Minute, Reading.Limits.Hour), otherwise: RemediationPolicy.Default.VerifyAfter),
        members.Optional("undoOffered", Scalars.Duration(Reading.Limits.Hour, Reading.Limits.Week), otherwise: RemediationPolicy.Default.UndoOffered),
        members.Optional("limits", Limits, otherwise: RemediationLimits.Default)));

    public Shape<RunbooksSection> Runbooks => Shape.Object("an object with a row for each runbook that may act", members => new RunbooksSection
    {
        PartnerCentral = members.Optional(RunbookNames.PartnerCentral, PartnerCentralShapes.Row(people), otherwise: RunbooksSection.Default.PartnerCentral),
        MarketplaceMetering = members.Optional(RunbookNames.MarketplaceMetering, MeteringShapes.Row, otherwise: RunbooksSection.Default.MarketplaceMetering),
        DataQuality = members.Optional(RunbookNames.DataQuality, DataQualityShapes.Row, otherwise: RunbooksSection.Default.DataQuality),
        Authentication = members.Optional(RunbookNames.Authentication, AuthenticationShapes.Row, otherwise: RunbooksSection.Default.Authentication),
        CostSpike = members.Optional(RunbookNames.CostSpike, CostSpikeShapes.Row, otherwise: RunbooksSection.Default.CostSpike),
        SecurityFinding = members.Optional(RunbookNames.SecurityFinding, SecurityShapes.Row, otherwise: RunbooksSection.Default.SecurityFinding),
    });

    /// <summary>A runbook's row: what every runbook may be told, then settings of its own.</summary>
    /// <param name="kinds">Of the actions that it can do.</param>
    internal static Shape<RunbookRow<T>> Row<T>(Func<MemberReader, T> settings, params string[] kinds) => Shape.Object("an object with mode and actions", members =>
    {
        var mode = members.Required("mode", Scalars.OneOf(Modes));
        var radius = members.Optional<int?>("largestBlastRadius", LargestBlastRadius, otherwise: null);
        var actions = members.Optional("actions", Actions(kinds), otherwise: RunbookPolicy.Observing.Actions);
        return new RunbookRow<T>(new RunbookPolicy(mode, actions, radius), settings(members));
    });

    /// <summary>Only these kinds; each with the names of what it may change.</summary>
    private static Shape<IReadOnlyDictionary<string, IReadOnlyList<string>>> Actions(params string[] kinds) => Shape.Object(
        $"an object with {string.Join(", ", kinds)}",
        IReadOnlyDictionary<string, IReadOnlyList<string>> (members) => kinds
            .Select(kind => new { Kind = kind, Targets = members.Optional<IReadOnlyList<string>?>(kind, Targets!, otherwise: null) })
            .Where(row => row.Targets is { Count: > 0 })
            .ToDictionary(row => row.Kind, row => row.Targets!));

    // A star alone would let automation change everything, which no list of names says.
    private static readonly Shape<IReadOnlyList<string>> Targets = Names with
    {
        Read = value =>
        {
            foreach (var name in value.Elements.Where(name => name.Text.Contains('?') || name.Text.Contains('*') && (name.Text.IndexOf('*') < name.Text.Length - 1 || name.Text.Length < 3)))
            {
                name.Fault($"{name.Quoted} allows too much or cannot be read; write a name, or at least two characters of one and a * at the end");
            }

            return Names.Read(value);
        },
    };
}

/// <summary>The rows of <c>runbooks</c>, by runbook.</summary>
internal sealed record RunbooksSection
{
    public static RunbooksSection Default { get; } = new();

    public RunbookRow<PartnerCentralPolicy> PartnerCentral { get; init; } = new(null, PartnerCentralPolicy.Default);

    public RunbookRow<MeteringPolicy> MarketplaceMetering { get; init; } = new(null, MeteringPolicy.Default);

    public RunbookRow<DataQualityPolicy> DataQuality { get; init; } = new(null, DataQualityPolicy.Default);

    public RunbookRow<AuthenticationPolicy> Authentication { get; init; } = new(null, AuthenticationPolicy.Default);

    public RunbookRow<CostSpikePolicy> CostSpike { get; init; } = new(null, CostSpikePolicy.Default);

    public RunbookRow<SecurityPolicy> SecurityFinding { get; init; } = new(null, SecurityPolicy.Default);

    /// <summary>What the runbooks may do that have a row.</summary>
    public IReadOnlyDictionary<string, RunbookPolicy> ByName
    {
        get
        {
            var rows = new Dictionary<string, RunbookPolicy>();
            Add(RunbookNames.PartnerCentral, PartnerCentral.May);
            Add(RunbookNames.MarketplaceMetering, MarketplaceMetering.May);
            Add(RunbookNames.DataQuality, DataQuality.May);
            Add(RunbookNames.Authentication, Authentication.May);
            Add(RunbookNames.CostSpike, CostSpike.May);
            Add(RunbookNames.SecurityFinding, SecurityFinding.May);
            return rows;

            void Add(string runbook, RunbookPolicy? may)
            {
                if (may is not null)
                {
                    rows.Add(runbook, may);
                }
            }
        }
    }
}

/// <param name="May">What the runbook may do; null when it has no row.</param>
/// <param name="Settings">What it is to know of the account.</param>
internal sealed record RunbookRow<T>(RunbookPolicy? May, T Settings);
