using System.Collections.Immutable;
using IncidentServerless.Domain.Incidents;
using IncidentServerless.Domain.Policy;

namespace IncidentServerless.Domain.Responses;

/// <summary>An incident, and what is needed to say how it stands.</summary>
public record IncidentView
{
    public required Incident Incident { get; init; }

    /// <summary>The events so far, oldest first.</summary>
    public required ImmutableArray<IncidentEvent> Timeline { get; init; }

    /// <summary>The row of the incident's severity.</summary>
    public required SeverityRow Severity { get; init; }

    /// <summary>The escalation of the incident's severity.</summary>
    public required Escalation Escalation { get; init; }

    public required DateTimeOffset Now { get; init; }

    /// <summary>Those whom policy names, by id: whom messages reach.</summary>
    public IReadOnlyDictionary<string, Person> People { get; init; } = new Dictionary<string, Person>();

    /// <summary>How somebody who did something sees later what became of it.</summary>
    public string LookAgain { get; init; } = "Open this page again";
}

/// <summary>All that the page of an incident is made of.</summary>
public sealed record ResponseView : IncidentView
{
    /// <summary>Of a token whose MAC was verified and that has not expired.</summary>
    public required LinkClaims Claims { get; init; }

    /// <summary>Who may decide about actions, and for how long they can be undone.</summary>
    public RemediationPolicy Remediation { get; init; } = RemediationPolicy.Default;

    /// <summary>How customers are written to; null where they are not.</summary>
    public MailPolicy? Mail { get; init; }

    /// <summary>A report is drafted after the end.</summary>
    public bool ReportFollows { get; init; }

    /// <summary>Whether whoever has the link may decide about actions, and about mail to customers.</summary>
    public bool MayDecide => Claims.Scope == LinkScope.Personal && Remediation.Approvers.Contains(Claims.Subject);
}

/// <param name="Status">The HTTP status.</param>
/// <param name="Html">A whole document in UTF-8, under 20 KB; to be sent with <see cref="SecurityHeaders.All"/>.</param>
public sealed record PageReply(int Status, string Html);
