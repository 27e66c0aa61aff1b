using System.Collections.Immutable;
using IncidentServerless.Domain.Customers;
using IncidentServerless.Domain.Incidents;
using IncidentServerless.Domain.Policy;
using IncidentServerless.Domain.Tickets;

namespace IncidentServerless.Domain.Updates;

/// <summary>
/// When those who follow an incident are told how it stands (runbook 4.1): at once when its severity or state changes, else at a steady
/// pace, and a last time when it is over; and when the customers' status page (runbook 4.2) and the ticket (runbook 1) are: whenever they would say something else.
/// </summary>
public static class UpdateRules
{
    private static readonly ImmutableArray<Topic> Changes = [Topic.Changed, Topic.Acknowledged, Topic.Resolved];

    /// <summary>How long to wait at most where nothing is due, whatever was lost.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromDays(1);

    /// <summary>How long to leave the status page, or the ticket, alone after it did not take an update, and how often to try.</summary>
    internal static readonly TimeSpan Pause = TimeSpan.FromMinutes(5);
    internal const int MostTries = 12;

    public static UpdateDecision Next(Incident incident, int generation, IncidentPolicy policy, DateTimeOffset now)
    {
        if (incident.Generation != generation || incident.IsDrill || incident.IsDryRun)
        {
            return new UpdateDecision.Finish();
        }

        if (CustomerMailRules.Next(incident, MailKind.Notice, policy) is { } mail)
        {
            return new UpdateDecision.Mail(mail);
        }

        var next = People(incident, policy, now);
        if (OwedToStatusPage(incident, policy) is { } status)
        {
            next = With(next, incident.StatusPage?.FailedAt, now, policy, tell => tell with { StatusPage = status });
        }

        return OwedToTicket(incident, policy) is { } ticket
            ? With(next, incident.Ticket?.FailedAt, now, policy, tell => tell with { Ticket = ticket })
            : next;
    }

    /// <summary>The same decision, and what is owed to somebody beside people: with what is told anyway, else at once or after its pause.</summary>
    private static UpdateDecision With(UpdateDecision next, DateTimeOffset? failedAt, DateTimeOffset now, IncidentPolicy policy, Func<UpdateDecision.Tell, UpdateDecision.Tell> owed)
    {
        var pause = (failedAt ?? DateTimeOffset.MinValue) + Pause - now;
        return (next, pause > TimeSpan.Zero) switch
        {
            (UpdateDecision.Tell tell, _) => owed(tell),
            (_, false) => owed(new UpdateDecision.Tell(null, null)),
            (UpdateDecision.Hold hold, true) when hold.Wait.Seconds < pause.TotalSeconds => hold,
            _ => Hold(pause, policy),
        };
    }

    /// <summary>What the workflow waits for after it sent something; null when it is done.</summary>
    public static NextWait? WaitAfterSending(Incident incident, int generation, IncidentPolicy policy, DateTimeOffset now) => Next(incident, generation, policy, now) switch
    {
        UpdateDecision.Finish => null,
        UpdateDecision.Hold hold => hold.Wait,
        _ => new NextWait(Changes, 1),
    };

    /// <summary>Whether its severity or state has changed since the last update.</summary>
    public static bool HasChanged(Incident incident) => Topics.Hold(incident, Changes, incident.UpdatedVersion);

    private static UpdateDecision People(Incident incident, IncidentPolicy policy, DateTimeOffset now)
    {
        var pace = policy.Updates.Rows.GetValueOrDefault(incident.Severity)?.Every;
        if (!incident.IsActive)
        {
            // Whoever was told that it began is told that it is over.
            return incident.UpdatedVersion > 0 && incident.Raised.Resolved > incident.UpdatedVersion ? Tell(incident, pace) : new UpdateDecision.Finish();
        }

        if (pace is not { } steady)
        {
            return Hold(LongestWait, policy);
        }

        var due = incident.UpdatedAt + steady;
        return incident.UpdatedVersion == 0 || HasChanged(incident) || due is null || due <= now ? Tell(incident, pace) : Hold(due.Value - now, policy);
    }

    private static string? OwedToStatusPage(Incident incident, IncidentPolicy policy) =>
        CustomerStatus.Of(incident, policy) is { } wanted && wanted != incident.StatusPage?.Status && (incident.StatusPage?.FailedTries ?? 0) < MostTries ? wanted : null;

    private static string? OwedToTicket(Incident incident, IncidentPolicy policy) =>
        Ticket.Of(incident, policy) is { } wanted && wanted != incident.Ticket?.Status && (incident.Ticket?.FailedTries ?? 0) < MostTries ? wanted : null;

    private static UpdateDecision.Tell Tell(Incident incident, TimeSpan? pace) => new(incident.Version, incident.IsActive ? pace : null);

    // A diagnosis changes what customers are told, and is news; an approver decides about their mail.
    private static UpdateDecision.Hold Hold(TimeSpan time, IncidentPolicy policy) => new(new NextWait(
        [.. Changes, .. policy.Customers is { StatusPage: null, Mail: null } ? (Topic[])[] : [Topic.News], .. policy.Customers.Mail is null ? (Topic[])[] : [Topic.Decided]], Math.Max(1, (int)Math.Ceiling(time.TotalSeconds))));
}

/// <summary>What the workflow of status updates does now.</summary>
public abstract record UpdateDecision
{
    private UpdateDecision()
    {
    }

    /// <summary>The incident is over and everybody knows, or it is a drill, of which nobody else is told, or newer workflows have taken over.</summary>
    public sealed record Finish : UpdateDecision;

    public sealed record Hold(NextWait Wait) : UpdateDecision;

    /// <summary>Something is to be done about the mail that customers' data is touched.</summary>
    public sealed record Mail(MailStep Step) : UpdateDecision;

    /// <param name="UpTo">The version up to which people then know everything; null when only the status page or the ticket is told.</param>
    /// <param name="Pace">In which time the next one comes; null when this is the last.</param>
    public sealed record Tell(int? UpTo, TimeSpan? Pace) : UpdateDecision
    {
        /// <summary>What the status page is to say; null when it says so already.</summary>
        public string? StatusPage { get; init; }

        /// <summary>What the ticket is to say; null when it says so already.</summary>
        public string? Ticket { get; init; }
    }
}
