using System.Collections.Immutable;
using IncidentServerless.Domain.Incidents;
using IncidentServerless.Domain.Policy;
using IncidentServerless.Domain.Signals;

namespace IncidentServerless.Domain.Intake;

/// <summary>Deduplication, recovery and reopening: what signals of one key make of what is known.</summary>
public static class SignalIntake
{
    /// <summary>Takes in signals of one key, oldest first whatever order they came in.</summary>
    /// <param name="now">When the incident is opened, if one is.</param>
    public static IntakeOutcome Take(IntakeState known, IReadOnlyList<Signal> signals, IncidentPolicy policy, DateTimeOffset now)
    {
        var progress = new Progress(known, policy, now);
        var dispositions = new EventDisposition[signals.Count];
        foreach (var each in signals.Select((signal, index) => new { Signal = signal, Index = index }).OrderBy(each => each.Signal.OccurredAt).ThenBy(each => each.Signal.Status))
        {
            dispositions[each.Index] = progress.Take(each.Signal);
        }

        return new IntakeOutcome(progress.State, progress.Events, [.. dispositions]);
    }

    private sealed class Progress(IntakeState known, IncidentPolicy policy, DateTimeOffset now)
    {
        public IntakeState State { get; private set; } = known;

        public ImmutableArray<IncidentEvent> Events { get; private set; } = [];

        public EventDisposition Take(Signal signal)
        {
            var disposition = Decide(signal);
            if (State.Pointer is not { } pointer || signal.OccurredAt >= pointer.OccurredAt)
            {
                State = State with { Pointer = new DedupPointer(State.Incident?.Id, signal.Status, signal.OccurredAt) };
            }

            return disposition;
        }

        private EventDisposition Decide(Signal signal)
        {
            var incident = State.Incident;
            if (State.Pointer is { } newest)
            {
                if (newest.Status == signal.Status && newest.OccurredAt == signal.OccurredAt)
                {
                    return new(Disposition.Duplicate, "Another event told the same change of state.", incident?.Id);
                }

                if (signal.OccurredAt < newest.OccurredAt && newest.Status != signal.Status)
                {
                    return signal.Status == SignalStatus.Firing
                        ? new(Disposition.Recovered, $"It had recovered at {Time(newest.OccurredAt)}, before this older event arrived.", incident?.Id)
                        : new(Disposition.Ignored, $"It fired again at {Time(newest.OccurredAt)}, after this recovery.", incident?.Id);
                }
            }

            return signal.Status == SignalStatus.Recovered ? Recover(signal, incident) : Fire(signal, incident);
        }

        private EventDisposition Recover(Signal signal, Incident? incident)
        {
            switch (incident)
            {
                case { Status: IncidentStatus.Open or IncidentStatus.Acknowledged }:
                    Happened(new IncidentMitigated(signal.Reason ?? "The signal recovered.") { At = now });
                    return new(Disposition.Recovered, null, incident.Id);
                case { Status: IncidentStatus.Mitigated }:
                    return new(Disposition.Recovered, "It had recovered already.", incident.Id);
                default:
                    return new(Disposition.Recovered, "Nothing was open for it.", incident?.Id);
            }
        }

        private EventDisposition Fire(Signal signal, Incident? incident)
        {
            if (incident is null)
            {
                return Open(signal);
            }

            if (incident.IsActive)
            {
                return Attach(signal, incident);
            }

            var ended = incident.ResolvedAt ?? now;
            if (signal.OccurredAt <= ended)
            {
                return new(Disposition.Attached, $"It fired before the incident ended at {Time(ended)}.", incident.Id);
            }

            if (now - ended > policy.Recovery.ReopenWithin)
            {
                return Open(signal);
            }

            var reason = $"It fired again {Durations.InWords(now - ended)} after the end.";
            Happened(new IncidentReopened(incident.Generation + 1, reason) { At = now });
            RaiseSeverity(signal);
            return new(Disposition.Opened, $"{reason} {incident.Id} is reopened.", incident.Id, State.Incident!.Generation);
        }

        private EventDisposition Open(Signal signal)
        {
            State = new IntakeState(State.Pointer, null, 0);
            var id = IncidentId.For(signal.Source, signal.EventId, signal.OccurredAt);
            Happened(new IncidentOpened
            {
                At = now,
                IncidentId = id,
                Type = signal.Type,
                Severity = signal.Severity,
                Title = signal.Title,
                Reason = signal.Reason,
                Description = signal.Description,
                DedupKey = signal.DedupKey.ToString(),
                Source = signal.Source,
                Account = signal.Account,
                Region = signal.Region,
                Resources = [.. signal.Resources],
                Tenants = [.. signal.Tenants],
                OccurredAt = signal.OccurredAt,
                Route = signal.Route,
                Runbook = signal.Runbook,
            });
            return new(Disposition.Opened, null, id, 1);
        }

        private EventDisposition Attach(Signal signal, Incident incident)
        {
            State = State with { Attached = State.Attached + 1 };
            if (IsPowerOfTen(State.Attached))
            {
                Happened(new SignalsAttached(State.Attached) { At = now });
            }

            if (incident.Status == IncidentStatus.Mitigated)
            {
                Happened(new IncidentRelapsed(signal.Reason ?? "The signal fired again.") { At = now });
            }

            RaiseSeverity(signal);
            return new(Disposition.Attached, null, incident.Id);
        }

        // Severity may rise with a signal, never silently fall.
        private void RaiseSeverity(Signal signal)
        {
            if (State.Incident is { } incident && signal.Severity < incident.Severity)
            {
                Happened(new SeverityRaised(incident.Severity, signal.Severity, $"{signal.Title} (route {signal.Route})") { At = now });
            }
        }

        private void Happened(IncidentEvent happened)
        {
            Events = Events.Add(happened);
            State = State with { Incident = IncidentFold.Apply(State.Incident, happened) };
        }

        private static bool IsPowerOfTen(long count)
        {
            while (count >= 10 && count % 10 == 0)
            {
                count /= 10;
            }

            return count == 1;
        }

        private static string Time(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture);
    }
}
