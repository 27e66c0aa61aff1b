using System.Globalization;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using IncidentServerless.Domain.Remediation;

namespace IncidentServerless.Storage;

/// <summary>What runbooks have done lately, over all incidents: how often on a target in an hour, and how many failures in a row.</summary>
public sealed class RemediationLedger(IAmazonDynamoDB dynamo, string table)
{
    private const string Started = "started";
    private const string Failures = "failures";
    private const string LastFailureAt = "lastFailureAt";

    /// <summary>Longer than the longest time that a limit looks back.</summary>
    private static readonly TimeSpan Remembered = TimeSpan.FromDays(30);

    /// <summary>Strongly consistent, to be handed back to <see cref="Writes"/>.</summary>
    public async Task<KnownSpending> FindAsync(string runbook, RemediationAction action, DateTimeOffset at, CancellationToken cancellation)
    {
        var place = new SpendingPlace(TableKeys.Budget(runbook, action.LimitKey), at.UtcDateTime.ToString("yyyyMMddHH", CultureInfo.InvariantCulture), TableKeys.Breaker(runbook), at + Remembered);
        var budget = await GetAsync(place.Budget, place.Hour, cancellation).ConfigureAwait(false);
        var breaker = await GetAsync(place.Breaker, TableKeys.BreakerSort, cancellation).ConfigureAwait(false);
        return new KnownSpending(
            place,
            Revisions.Of(budget),
            Revisions.Of(breaker),
            new RemediationSpending(
                budget is null ? 0 : (int)budget.Number(Started),
                breaker is null ? 0 : (int)breaker.Number(Failures),
                breaker?.TextOrNull(LastFailureAt) is null ? null : breaker.Time(LastFailureAt)));
    }

    /// <summary>What to write in the transaction of the events that made it so, if it is still as it was known.</summary>
    internal IEnumerable<TransactWriteItem> Writes(KnownSpending known, RemediationSpending after)
    {
        var before = known.Spending;
        if (after.StartedThisHour != before.StartedThisHour)
        {
            var item = Attributes.Key(known.Place.Budget, known.Place.Hour);
            item[Started] = Attributes.Number(after.StartedThisHour);
            yield return Put(item, known.BudgetRevision, known.Place.Expires);
        }

        if ((after.FailuresInARow, after.LastFailureAt) != (before.FailuresInARow, before.LastFailureAt))
        {
            var item = Attributes.Key(known.Place.Breaker, TableKeys.BreakerSort);
            item[Failures] = Attributes.Number(after.FailuresInARow);
            if (after.LastFailureAt is { } last)
            {
                item[LastFailureAt] = Attributes.Time(last);
            }

            yield return Put(item, known.BreakerRevision, known.Place.Expires);
        }
    }

    private TransactWriteItem Put(Dictionary<string, AttributeValue> item, long revision, DateTimeOffset expires)
    {
        item[TableKeys.TimeToLive] = Attributes.Expiry(expires);
        return new TransactWriteItem { Put = Revisions.Put(table, item, revision) };
    }

    private async Task<Dictionary<string, AttributeValue>?> GetAsync(string partition, string sort, CancellationToken cancellation)
    {
        var found = await dynamo.GetItemAsync(new GetItemRequest { TableName = table, Key = Attributes.Key(partition, sort), ConsistentRead = true }, cancellation).ConfigureAwait(false);
        return found.Item is { Count: > 0 } item ? item : null;
    }
}

/// <summary>Where spending is kept.</summary>
public sealed record SpendingPlace(string Budget, string Hour, string Breaker, DateTimeOffset Expires);

/// <summary>Spending as it was read.</summary>
public sealed record KnownSpending(SpendingPlace Place, long BudgetRevision, long BreakerRevision, RemediationSpending Spending);
