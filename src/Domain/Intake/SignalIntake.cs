using System.Collections.Immutable;
using IncidentServerless.Domain.Incidents;
using IncidentServerless.Domain.Messages.Text;
using IncidentServerless.Domain.Policy;
using IncidentServerless.Domain.Signals;
using IncidentServerless.Domain.Signals.Sources;

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
                // Nobody knows whether those that were not kept apart have recovered.
                case { IsActive: true, Firing.Length: >= Incident.MostAlerts }:
                    return new(Disposition.Recovered, $"The incident has {Incident.MostAlerts} alerts or more, so a person must say when it is over.", incident.Id);
                case { IsActive: true } when OthersFiring(signal, incident) is > 0 and var others:
                    Happened(new AlertRecovered(signal.Title, signal.DedupKey, others) { At = now });
                    return new(Disposition.Recovered, $"{Times.Count(others, "other alert")} of the incident still {(others == 1 ? "fires" : "fire")}.", incident.Id);
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

            if (now - ended > policy.Recovery.ReopenWithin || signal.Type == IncidentType.Drill)
            {
                return Open(signal);
            }

            var reason = $"It fired again {Durations.InWords(now - ended)} after the end.";
            Happened(new IncidentReopened(incident.Generation + 1, reason) { At = now, DedupKey = signal.DedupKey });
            Weigh(signal);
            return new(Disposition.Opened, $"{reason} {incident.Id} is reopened.", incident.Id, State.Incident!.Generation);
        }

        private EventDisposition Open(Signal signal)
        {
            var around = State.Around ?? Surroundings.Nothing;
            if (signal is { Runbook: null, IsDeclared: false } && around.Groups.FirstOrDefault(group => group.Takes(now)) is { Incident: { } neighbour } found)
            {
                return Join(signal, neighbour, found.Attached, found.Group.Because);
            }

            if (policy.Correlation.Storm is not { } rule || signal is not { Runbook: null, IsDeclared: false, Type: not (IncidentType.SecurityFinding or IncidentType.Drill) })
            {
                return OpenOwn(signal, null);
            }

            if (around.Storm.Takes(rule, now))
            {
                State = State with { Around = around with { Storm = around.Storm with { LastAt = now } } };
                return Join(signal, around.Storm.Umbrella!, around.Storm.Attached, "so many alerts came within minutes that they are taken together");
            }

            var lately = around.Storm.Lately(rule, now);
            State = State with { Around = around with { Storm = around.Storm.Opened(rule, now) } };
            return OpenOwn(signal, lately >= rule.Incidents ? $"Alert storm, {Times.Count(lately + 1, "incident")} within {Durations.InWords(rule.Within)}: {signal.Title}" : null);
        }

        /// <param name="storm">The title of the incident into which a storm is folded; null for the signal's own.</param>
        private EventDisposition OpenOwn(Signal signal, string? storm)
        {
            State = State with { Incident = null, Attached = 0 };
            var id = IncidentId.For(signal.Source, signal.EventId, signal.OccurredAt);
            Happened(new IncidentOpened
            {
                At = now,
                IncidentId = id,
                Type = storm is null ? signal.Type : IncidentType.GeneralIncident,
                Severity = signal.Severity,
                Title = storm is null ? signal.Title : SignalText.Title(storm),
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
            if (storm is not null)
            {
                var around = State.Around ?? Surroundings.Nothing;
                State = State with { Around = around with { Storm = around.Storm with { Umbrella = State.Incident, LastAt = now } } };
            }

            Weigh(signal);
            return new(Disposition.Opened, storm is null ? null : "So many incidents were opened within minutes that this one takes the next alerts.", id, 1);
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
                Happened(new IncidentRelapsed(signal.Reason ?? "The signal fired again.") { At = now, DedupKey = signal.DedupKey });
            }
            else if (!incident.Firing.IsEmpty && incident.Firing.Length < Incident.MostAlerts && !incident.Firing.Contains(AlertId.Of(signal.DedupKey)))
            {
                Happened(new AlertJoined(signal.Title, signal.DedupKey, "it had recovered and fires again") { At = now });
            }

            Weigh(signal);
            return new(Disposition.Attached, null, incident.Id);
        }

        /// <summary>The alert belongs to an incident that another one opened.</summary>
        private EventDisposition Join(Signal signal, Incident incident, long attached, string because)
        {
            State = State with { Incident = incident, Attached = attached + 1 };
            if (incident.Firing.Length < Incident.MostAlerts)
            {
                Happened(new AlertJoined(signal.Title, signal.DedupKey, because) { At = now, IsNews = IsNews(signal, incident) });
            }

            if (IsPowerOfTen(State.Attached) && State.Attached > 1)
            {
                Happened(new SignalsAttached(State.Attached) { At = now });
            }

            if (incident.Status == IncidentStatus.Mitigated)
            {
                Happened(new IncidentRelapsed($"Another alert of it fires: {signal.Title}") { At = now, DedupKey = signal.DedupKey });
            }

            Weigh(signal);
            return new(Disposition.Attached, $"It joined {incident.Id}, because {because}.", incident.Id);
        }

        /// <summary>What the signal adds to what is known of the damage. Severity may rise with it, never silently fall.</summary>
        private void Weigh(Signal signal)
        {
            if (State.Incident is not { IsDrill: false } incident)
            {
                return;
            }

            ImmutableArray<string> tenants = [.. signal.Tenants.Except(incident.Tenants, StringComparer.Ordinal).Take(Incident.MostTenants - incident.Tenants.Length)];
            if (!tenants.IsEmpty)
            {
                Happened(new TenantsAffected(tenants, incident.Tenants.Length + tenants.Length) { At = now });
            }

            if (signal.Severity < incident.Severity)
            {
                Happened(new SeverityRaised(incident.Severity, signal.Severity, $"{signal.Title} (route {signal.Route})") { At = now });
            }

            if (SeverityRises.Of(State.Incident!, policy, now) is { } raised)
            {
                Happened(raised);
            }
        }

        // Whoever took the incident may be busy with its first alert. A storm is told of a bounded number of times.
        private static bool IsNews(Signal signal, Incident incident) =>
            incident.Status == IncidentStatus.Acknowledged && signal.Severity <= incident.Severity && Math.Max(1, incident.Firing.Length) + 1 is 2 or 3 or 5 or 10 or 20 or 50 or 100;

        private static int OthersFiring(Signal signal, Incident incident)
        {
            var own = AlertId.Of(signal.DedupKey);
            return incident.Firing.Count(id => id != own);
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
