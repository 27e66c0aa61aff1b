using System.Collections.Immutable;
using System.Globalization;
using IncidentServerless.Domain.Messages.Text;
using IncidentServerless.Domain.Runbooks;
using IncidentServerless.Domain.Signals.Envelopes;

namespace IncidentServerless.Domain.Evidence.PartnerCentral;

/// <summary>The evidence, read once.</summary>
internal sealed class ConnectorView
{
    private const int MostRuns = 20;
    private static readonly string[] Shared = ["MULTIPLE_SERVICES", "INTERNETCONNECTIVITY", "IAM", "STS"];
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    public ConnectorView(PartnerCentralEvidence evidence, RunbookContext context)
    {
        Errors = ConnectorErrors.Of(evidence.Errors);
        HealthIsSeen = evidence.Health is { IsPresent: true };
        Issues =
        [
            .. evidence.Health.Told().Where(issue => IsOurs(issue, context.Region))
                .OrderBy(issue => IsPartnerCentral(issue) ? 0 : 1).ThenBy(issue => issue.Code, StringComparer.Ordinal).ThenBy(issue => issue.Since, StringComparer.Ordinal)
                .Select(issue => $"{PlainName.Of(issue.Code ?? issue.Service)}{(EventTime.First(issue.Since) is { } since ? $" since {Times.Clock(since, context.Times.Now)}" : "")}")
                .Distinct(),
        ];
        Denied = [.. evidence.Permissions.Told().Where(check => check.Action is not null && check.Decision is not null && check.Decision != "allowed").Select(check => PlainName.Of(check.Action)).Distinct().Order(StringComparer.Ordinal)];
        PermissionsAllowed = Denied.IsEmpty && evidence.Permissions.Told().Any(check => check.Decision == "allowed");
        RoleIsMissing = evidence.Permissions?.Unavailable?.Contains("NoSuchEntity", StringComparison.Ordinal) == true;
        Throttled = evidence.Throttles.Told().SelectMany(counted => counted.Values ?? []).Where(value => double.IsFinite(value) && value > 0 && value < 1e12).Sum();
        Rate = evidence.Rate.Told().Select(told => double.TryParse(told.Value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var rate) && rate is >= 1 and < 1e9 ? rate : (double?)null).FirstOrDefault(rate => rate is not null);
        Runs =
        [
            .. evidence.Runs.Told().Where(run => run.Arn is not null && (EventTime.First(run.StoppedAt) is not { } at || context.Times.Now - at <= Day))
                .DistinctBy(run => run.Arn).OrderByDescending(run => EventTime.First(run.StoppedAt) ?? DateTimeOffset.MinValue).ThenBy(run => run.Arn, StringComparer.Ordinal).Take(MostRuns),
        ];
    }

    public ConnectorErrors Errors { get; }

    public bool HealthIsSeen { get; }

    /// <summary>Open issues of AWS that may be the cause, Partner Central's own first: <c>AWS_PARTNERCENTRAL_OPERATIONAL_ISSUE since 09:12 UTC</c>.</summary>
    public ImmutableArray<string> Issues { get; }

    /// <summary>What the role may not call.</summary>
    public ImmutableArray<string> Denied { get; }

    public bool PermissionsAllowed { get; }

    public bool RoleIsMissing { get; }

    /// <summary>Calls within the hour.</summary>
    public double Throttled { get; }

    /// <summary>Requests a second; null when it is not known.</summary>
    public double? Rate { get; }

    /// <summary>Of the last day, the newest first.</summary>
    public ImmutableArray<FailedRun> Runs { get; }

    /// <summary><c> (37 of 41 errors within the hour)</c>; empty when none is of the cause.</summary>
    public string SoMany(ErrorCause cause) => Errors.Count(cause) switch
    {
        0 => "",
        var all when all == Errors.Total => $" ({(all == 1 ? "the one error" : $"all {all} errors")} within the hour)",
        var some => $" ({some} of {Errors.Total} errors within the hour)",
    };

    /// <summary>The most frequent line of the cause, if there is one.</summary>
    public IEnumerable<string> Example(ErrorCause cause) => Errors.Example(cause) is { Length: > 0 } line ? [$"The connector's log: {line}"] : [];

    /// <summary>One sentence about what else was seen.</summary>
    public string Also(ErrorCause cause) => cause switch
    {
        ErrorCause.Permission => Denied.Length > 0 ? $"Also: its role may not call {Words.List([.. Denied.Take(3)])}{SoMany(cause)}." : $"Also: AWS refuses its identity{SoMany(cause)}.",
        ErrorCause.Aws => Issues.Length > 0 ? $"Also: AWS Health has an open issue, {Issues[0]}{SoMany(cause)}." : $"Also: AWS's servers answer with errors{SoMany(cause)}.",
        ErrorCause.RateLimit => $"Also: its calls are throttled{SoMany(cause)}.",
        _ => $"Also: it sends what AWS refuses, or fails by itself{SoMany(cause)}.",
    };

    public IEnumerable<string> SayRuns() => Runs.IsEmpty
        ? []
        : [$"{Times.Count(Runs.Length, "ingestion run")} failed within the day, {(Runs.Length == 1 ? "" : "the last ")}{PlainName.Of(Runs[0].Name ?? Runs[0].Arn)}{(PlainName.Of(Runs[0].Error) is { Length: > 0 } error ? $" with {error}" : "")}."];

    private static bool IsOurs(HealthIssue issue, string region) =>
        issue.Category is null or "issue" or "investigation"
        && (IsPartnerCentral(issue) || (Shared.Contains(issue.Service) && (issue.Region is null or "global" || issue.Region == region)));

    private static bool IsPartnerCentral(HealthIssue issue) =>
        issue.Service?.Contains("PARTNER", StringComparison.OrdinalIgnoreCase) == true || issue.Code?.Contains("PARTNERCENTRAL", StringComparison.OrdinalIgnoreCase) == true;
}
