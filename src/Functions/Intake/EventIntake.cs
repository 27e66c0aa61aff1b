using System.Collections.Immutable;
using IncidentServerless.Domain.Intake;
using IncidentServerless.Domain.Policy;
using IncidentServerless.Domain.Signals;
using IncidentServerless.Functions.Metrics;
using IncidentServerless.Storage;
using Microsoft.Extensions.Logging;

namespace IncidentServerless.Functions.Intake;

/// <summary>Gives every event of a batch its one disposition, and every incident that one opened its workflows. The same for all sources.</summary>
public sealed class EventIntake(SignalStore signals, IncidentStart start, MetricLog metrics, IncidentPolicy policy, ILogger<EventIntake> logger)
{
    private const int Tries = 12;
    private const int SignalsInATransaction = 25;

    /// <summary>Of all signals in a transaction; each names few.</summary>
    private const int MostGroups = 10;

    /// <returns>The ids of the messages to deliver again.</returns>
    public async Task<IReadOnlySet<string>> TakeInAsync(IReadOnlyList<IncomingEvent> batch, DateTimeOffset now, CancellationToken cancellation)
    {
        var failed = new HashSet<string>();
        var fresh = ImmutableArray.CreateBuilder<IncomingEvent>();
        foreach (var copies in batch.GroupBy(each => new { each.Classification.Source, each.Classification.EventId }))
        {
            await GuardAsync([.. copies], failed, async () =>
            {
                if (await AnswerAgainAsync(copies.First(), now, cancellation).ConfigureAwait(false) is false)
                {
                    fresh.Add(copies.First());
                }
            }).ConfigureAwait(false);
        }

        var groups = fresh.Where(each => each.Signal is not null)
            .GroupBy(each => each.Signal!.DedupKey)
            // As an IComparable, since ordering by each type of value is code of its own in the binary.
            .SelectMany(group => group.OrderBy(each => (IComparable)each.Signal!.OccurredAt).Chunk(SignalsInATransaction));
        foreach (var group in groups)
        {
            await GuardAsync(CopiesOf(group, batch), failed, () => TakeInSignalsAsync(group, now, cancellation)).ConfigureAwait(false);
        }

        return failed;
    }

    /// <summary>Records what is no signal; says false for a signal that is new.</summary>
    private async Task<bool> AnswerAgainAsync(IncomingEvent incoming, DateTimeOffset now, CancellationToken cancellation)
    {
        var (source, eventId) = (incoming.Classification.Source, incoming.Classification.EventId);
        if (await signals.FindDispositionAsync(source, eventId, cancellation).ConfigureAwait(false) is { } stored)
        {
            if (stored.Disposition == Disposition.Unparsed)
            {
                // The line raises the alarm; a crash may have come between the record and the line.
                Log(incoming, stored);
            }

            await start.RepeatAsync(stored, eventId, now, cancellation).ConfigureAwait(false);
            return true;
        }

        if (incoming.Signal is not null)
        {
            return false;
        }

        var disposition = incoming.Classification.Outcome;
        await signals.RecordAsync(source, eventId, disposition, now, cancellation).ConfigureAwait(false);
        Log(incoming, disposition);
        return true;
    }

    private async Task TakeInSignalsAsync(IncomingEvent[] group, DateTimeOffset now, CancellationToken cancellation)
    {
        for (var attempt = 1; attempt <= Tries; attempt++)
        {
            List<IncomingEvent> left = [];
            foreach (var incoming in group)
            {
                // After a lost race another delivery may have recorded some of them.
                if (attempt == 1 || await AnswerAgainAsync(incoming, now, cancellation).ConfigureAwait(false) is false)
                {
                    left.Add(incoming);
                }
            }

            if (left.Count == 0 || await TryTakeInAsync(left, now, cancellation).ConfigureAwait(false))
            {
                return;
            }

            await Task.Delay(TimeSpan.FromMilliseconds(15 * attempt), cancellation).ConfigureAwait(false);
        }

        throw new InvalidOperationException($"Others kept changing what is known of '{group[0].Signal!.DedupKey}'; the messages go back to the queue.");
    }

    private async Task<bool> TryTakeInAsync(IReadOnlyList<IncomingEvent> incoming, DateTimeOffset now, CancellationToken cancellation)
    {
        Signal[] taken = [.. incoming.Select(each => each.Signal!)];
        var known = await signals.FindKeyAsync(taken[0].DedupKey, cancellation).ConfigureAwait(false);
        if (known.State.Incident is not { IsActive: true } && taken.Any(signal => signal.Status == SignalStatus.Firing))
        {
            known = await signals.LookAroundAsync(known, GroupsOf(taken), cancellation).ConfigureAwait(false);
        }

        var outcome = SignalIntake.Take(known.State, taken, policy, now);
        if (await signals.TakeInAsync(known, taken, outcome, now, cancellation).ConfigureAwait(false) == TransactionOutcome.Stale)
        {
            return false;
        }

        foreach (var (each, disposition) in incoming.Zip(outcome.Dispositions))
        {
            Log(each, disposition);
        }

        foreach (var (each, disposition) in incoming.Zip(outcome.Dispositions))
        {
            await start.EnsureAsync(disposition, each.Signal!.EventId, now, cancellation).ConfigureAwait(false);
        }

        metrics.Write(known.State.Incident is { } before && outcome.After.Incident?.Id == before.Id ? before : null, outcome.Events);
        if (outcome.After.Incident is { } incident && !outcome.Events.IsEmpty)
        {
            await start.WakeAsync(incident, cancellation).ConfigureAwait(false);
        }

        return true;
    }

    private static SignalGroup[] GroupsOf(Signal[] signals) => [.. signals.SelectMany(signal => signal.Groups).DistinctBy(group => group.Name).Take(MostGroups)];

    // One message that cannot be dealt with goes back alone: the rest of the batch is unharmed.
    private async Task GuardAsync(IReadOnlyList<IncomingEvent> messages, HashSet<string> failed, Func<Task> work)
    {
        try
        {
            await work().ConfigureAwait(false);
        }
        catch (Exception fault)
        {
            logger.LogError(fault, "{Count} message(s) go back to the queue: {Fault}", messages.Count, fault.Message);
            failed.UnionWith(messages.Select(message => message.MessageId));
        }
    }

    private static IncomingEvent[] CopiesOf(IncomingEvent[] group, IReadOnlyList<IncomingEvent> batch)
    {
        var ids = group.Select(each => new { each.Classification.Source, each.Classification.EventId }).ToHashSet();
        return [.. batch.Where(each => ids.Contains(new { each.Classification.Source, each.Classification.EventId }))];
    }

    private void Log(IncomingEvent incoming, EventDisposition disposition) => logger.LogInformation(
        "Event {EventId} of {Source}: {Disposition} {IncidentId} {Reason}",
        incoming.Classification.EventId,
        incoming.Classification.Source,
        disposition.Disposition,
        disposition.IncidentId,
        disposition.Reason);
}
