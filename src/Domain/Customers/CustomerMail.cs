using System.Collections.Immutable;
using System.Text.Json.Serialization;
using IncidentServerless.Domain.Incidents;
using IncidentServerless.Domain.Json;

namespace IncidentServerless.Domain.Customers;

/// <summary>One mail to the affected customers, and how far it is. It is sent by recorded intent: what may have been sent is never sent again without a person.</summary>
/// <param name="Tenants">Those to whom it goes: affected, with contacts in policy.</param>
public sealed record CustomerMail(MailKind Kind, MailStatus Status, ImmutableArray<string> Tenants)
{
    /// <summary>Who let it be sent; null before that, or where policy sends by itself.</summary>
    public Actor? By { get; init; }

    /// <summary>What that person added to it; null when nothing.</summary>
    public string? Addition { get; init; }

    /// <summary>The command that was the last to intend its sending; null before that.</summary>
    public string? IntendedBy { get; init; }

    /// <summary>Tenants whose mail was taken.</summary>
    public ImmutableArray<string> Sent { get; init; } = [];

    /// <summary>Tenants whose mail was not taken, or not sent, yet.</summary>
    public ImmutableArray<string> Left => [.. Tenants.Except(Sent)];
}

[JsonConverter(typeof(CamelCaseConverter<MailKind>))]
public enum MailKind
{
    /// <summary>While it lasts: your data is touched.</summary>
    Notice,

    /// <summary>Within 48 hours after its end: what happened (runbook 4.2).</summary>
    Report,
}

[JsonConverter(typeof(CamelCaseConverter<MailStatus>))]
public enum MailStatus
{
    /// <summary>A person is asked.</summary>
    Asked,

    /// <summary>It is sent next.</summary>
    Approved,

    /// <summary>It is being sent; who finds it so afterwards does not know whether it was.</summary>
    Intended,

    /// <summary>Nobody knows whether it was sent; a person decides.</summary>
    InDoubt,

    /// <summary>Every tenant's was taken.</summary>
    Sent,

    /// <summary>Some were not taken; a person may send those again.</summary>
    Failed,

    /// <summary>A person does not want it.</summary>
    Dropped,
}
