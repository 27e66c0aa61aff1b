using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using IncidentServerless.Domain.Incidents;
using IncidentServerless.Domain.Policy;
using IncidentServerless.Domain.Remediation.Actions;
using IncidentServerless.Domain.Runbooks;
using IncidentServerless.Domain.Signals.Envelopes;

namespace IncidentServerless.Domain.Evidence.MarketplaceMetering;

/// <summary>Failed rows, each with why it failed and, where that is safe, what to send again.</summary>
internal sealed class MeterRows
{
    /// <summary>The Marketplace takes usage of the past six hours (runbook 3.2, step 3). What a person has to approve needs some minutes of them.</summary>
    private static readonly TimeSpan Taken = TimeSpan.FromHours(6);
    private static readonly TimeSpan Window = Taken - TimeSpan.FromMinutes(10);

    private const int MostRecords = 100;

    /// <summary>What passes by itself. A number counts only beside a word that says what it is: an amount may be 1500.</summary>
    private static readonly Regex Passing = new(
        @"throttl|internal ?(?:service|server|failure|error)|service ?unavailable|temporarily unavailable|timeout|timed ?out|connection (?:reset|refused|closed|aborted|timed)|network (?:error|is unreachable|failure)|(?:status(?:[ _-]?code)?|http(?:/[0-9.]+)?|error)\W{0,4}(?:code\W{0,3})?50[0234](?![0-9])|\b50[0234] (?:internal|service|bad|gateway)|^\s*50[0234]\s*$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    private static readonly string[] Unsubscribed = ["CustomerNotEntitled", "CustomerNotSubscribed", "InvalidCustomerIdentifier"];

    private readonly JudgedRow[] rows;

    private MeterRows(JudgedRow[] rows) => this.rows = rows;

    public static MeterRows Of(MeteringEvidence evidence, RunbookContext context, MeteringPolicy policy)
    {
        var entitled = new Entitlements(evidence.Entitlements, context.Times.Now);
        return new MeterRows(
        [
            .. evidence.Failures.Told().Where(row => IsId(row.Id)).GroupBy(row => row.Id).Select(same => Judge(same, entitled, context, policy)).OrderBy(row => row.Row.Id, StringComparer.Ordinal),
        ]);
    }

    public int Count => rows.Length;

    /// <summary>The customers whose usage it is, in ordinal order; bounded.</summary>
    public ImmutableArray<string> Customers => [.. rows.Select(row => PlainName.Of(row.Row.Customer)).Where(name => name.Length > 0).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Take(Incident.MostTenants)];

    public int CountOf(string finding) => rows.Count(row => row.Finding == finding);

    public IEnumerable<MeterRow> Of(string finding) => rows.Where(row => row.Finding == finding).Select(row => row.Row);

    /// <summary>One record for a customer, a dimension and an hour. Rows of one hour that differ are for people: nobody knows whether they are one usage or two.</summary>
    public ImmutableArray<UsageRecord> Sendable
    {
        get
        {
            var records = ImmutableArray.CreateBuilder<UsageRecord>();
            foreach (var hour in rows.Where(row => row.Send is not null).GroupBy(row => row.Hour))
            {
                var first = hour.First().Send!;
                if (hour.All(row => row.Send!.Quantity == first.Quantity) && records.Count < MostRecords)
                {
                    records.Add(first with { Ids = string.Join(',', hour.Select(row => row.Row.Id)) });
                }
            }

            return records.ToImmutable();
        }
    }

    /// <summary>How many rows of one customer, dimension and hour tell different quantities.</summary>
    public int Ambiguous => rows.Where(row => row.Send is not null).GroupBy(row => row.Hour).Where(hour => hour.Select(row => row.Send!.Quantity).Distinct().Count() > 1).Sum(hour => hour.Count());

    /// <summary>Rows that would be taken still, and too little time is left to have them approved.</summary>
    public int Ending => rows.Count(row => row.Ending);

    /// <summary>Rows whose dimension is corrected.</summary>
    public int Corrected => rows.Count(row => row.Send is { } send && send.Dimension != row.Row.Dimension);

    private static JudgedRow Judge(IEnumerable<MeterRow> same, Entitlements entitled, RunbookContext context, MeteringPolicy policy)
    {
        // The same row told twice and differently: whatever forbids sending it counts.
        var row = same.OrderByDescending(each => each.Metered == true).ThenBy(each => each.ToString(), StringComparer.Ordinal).First();
        var unlike = same.Distinct().Count() > 1;
        var at = EventTime.First(row.UsageAt);
        var dimension = Dimension(row, policy);
        var finding = row.Metered == true || Mentions(row.Error, "Duplicate") ? MeteringFindings.AlreadyMetered
            : at is null || at > context.Times.Now || context.Times.Now - at > Window ? MeteringFindings.OutsideWindow
            : policy.Dimensions.Count > 0 && !policy.Dimensions.Contains(row.Dimension) || Mentions(row.Error, "InvalidUsageDimension") ? MeteringFindings.UnknownDimension
            : Unsubscribed.Any(word => Mentions(row.Error, word)) || entitled.Lacks(row.Customer) ? MeteringFindings.NoEntitlement
            : row.Error is null || Mentions(row.Error, "TimestampOutOfBounds") || (!Mentions(row.Error, "Validation") && Passing.IsMatch(row.Error)) ? MeteringFindings.Transient
            : MeteringFindings.Refused;
        var sendable = finding == MeteringFindings.Transient || (finding == MeteringFindings.UnknownDimension && dimension != row.Dimension && !entitled.Lacks(row.Customer));
        var send = sendable && !unlike && dimension is not null && row.Customer is { } customer && int.TryParse(row.Quantity, NumberStyles.None, CultureInfo.InvariantCulture, out var quantity)
            ? new UsageRecord(row.Id!, customer, dimension, quantity, at!.Value)
            : null;
        return new JudgedRow(row, finding, send, finding == MeteringFindings.OutsideWindow && at <= context.Times.Now && context.Times.Now - at <= Taken);
    }

    /// <summary>The dimension as the product defines it: itself, or the only one that differs in case and separators alone; null when there is none.</summary>
    private static string? Dimension(MeterRow row, MeteringPolicy policy)
    {
        if (row.Dimension is not { } told || policy.Dimensions.Count == 0 || policy.Dimensions.Contains(told))
        {
            return row.Dimension;
        }

        var alike = policy.Dimensions.Where(known => Plain(known) == Plain(told)).Distinct().ToArray();
        return alike.Length == 1 ? alike[0] : null;
    }

    private static string Plain(string name) => string.Concat(name.Where(char.IsLetterOrDigit)).ToLowerInvariant();

    private static bool Mentions(string? error, string word) => error?.Contains(word, StringComparison.OrdinalIgnoreCase) == true;

    // Ids stand in a list with commas.
    private static bool IsId(string? id) => id is { Length: > 0 and <= 64 } && id.All(each => char.IsAsciiLetterOrDigit(each) || each is '-' or '_');

    private sealed record JudgedRow(MeterRow Row, string Finding, UsageRecord? Send, bool Ending)
    {
        public string Hour => $"{Send!.Customer}/{Send.Dimension}/{Send.At.UtcDateTime.ToString("yyyyMMddHH", CultureInfo.InvariantCulture)}";
    }

    /// <summary>
    /// Says nothing of anybody where no entitlement is known at all, since a product that is billed by usage alone has none, nor where one names
    /// no customer that rows could name, or more are there than were read.
    /// </summary>
    private sealed class Entitlements(Gathered<EntitlementRow>? entitlements, DateTimeOffset now)
    {
        private readonly EntitlementRow[] known = [.. entitlements.Told()];

        public bool Lacks(string? customer) => known.Length > 0 && known.All(each => each.Customer is { Length: > 0 }) && !known.Any(each => each.Customer == customer && (EventTime.First(each.Expires) is not { } end || end > now));
    }
}
