using System.Collections.Immutable;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using IncidentServerless.Domain.Customers;
using IncidentServerless.Domain.Incidents;
using IncidentServerless.Domain.Json;
using IncidentServerless.Domain.Tickets;

namespace IncidentServerless.Domain.Paging;

/// <summary>A workflow that tells people asks ComposeMessage what to do now.</summary>
public sealed record PagingRequest
{
    /// <summary>What it is about; paging where nothing is said.</summary>
    public Telling About { get; init; }

    public required string IncidentId { get; init; }
    public required int Generation { get; init; }

    /// <summary>The state's <c>EnteredTime</c>.</summary>
    public required DateTimeOffset At { get; init; }
}

/// <summary>Which of the workflows that tell people.</summary>
[JsonConverter(typeof(CamelCaseConverter<Telling>))]
public enum Telling
{
    /// <summary>Whom to wake (runbook 1).</summary>
    Paging,

    /// <summary>Status updates while it lasts (runbook 4.1).</summary>
    Updates,

    /// <summary>What follows it (runbook 5).</summary>
    Aftermath,
}

/// <summary>What a workflow that tells people does next, with every word that it sends.</summary>
[JsonConverter(typeof(PagingStepConverter))]
public sealed record PagingStep
{
    public required PagingAction Action { get; init; }

    /// <summary>Back into <see cref="RecordPage"/> as they are. <c>Level</c> is 0 when nobody is paged and only PagerDuty is told.</summary>
    public int Round { get; init; }
    public int Level { get; init; }
    public PagerDutyStatus? TellPagerDuty { get; init; }

    /// <summary>Set when the step tells people what is new, or how it stands: up to which version.</summary>
    public int? Informs { get; init; }

    /// <summary>The step of the aftermath, and the item that is overdue; null in every other workflow.</summary>
    public AftermathStep? Step { get; init; }
    public string? Item { get; init; }

    /// <summary>When this was decided.</summary>
    public required DateTimeOffset DecidedAt { get; init; }

    /// <summary>What a wait that follows has seen.</summary>
    public required int Version { get; init; }

    /// <summary>Set when <see cref="Action"/> is <c>wait</c>.</summary>
    public NextWait? Wait { get; init; }

    public ImmutableArray<SnsMessage> Sns { get; init; } = [];
    public ImmutableArray<SlackMessage> Slack { get; init; } = [];
    public ImmutableArray<PagerDutyMessage> PagerDuty { get; init; } = [];

    /// <summary>What the status page is to say, back into <see cref="RecordUpdate"/> as it is; null when it is told nothing.</summary>
    public string? PageStatus { get; init; }

    /// <summary>What is sent to the status page; at most one.</summary>
    public ImmutableArray<StatusPageCall> StatusPage { get; init; } = [];

    /// <summary>What the ticket is to say, back into <see cref="RecordUpdate"/> as it is; null when it is told nothing.</summary>
    public string? TicketStatus { get; init; }

    /// <summary>What is sent to Systems Manager; at most one.</summary>
    public ImmutableArray<TicketCall> Tickets { get; init; } = [];

    /// <summary>The mail to customers that the step is about; null when it is about none.</summary>
    public MailKind? Mail { get; init; }

    /// <summary>What is sent to customers; one for each tenant.</summary>
    public ImmutableArray<CustomerMessage> Mails { get; init; } = [];

    /// <summary>Files for the bucket of post-mortems.</summary>
    public ImmutableArray<DocumentDraft> Documents { get; init; } = [];
}

[JsonConverter(typeof(CamelCaseConverter<PagingAction>))]
public enum PagingAction
{
    /// <summary>Send the messages, record what became of them, then wait as the record's answer says.</summary>
    Send,

    /// <summary>Note the intent, send the mail to customers, and record what became of it.</summary>
    Mail,

    /// <summary>Nobody is to be told now.</summary>
    Wait,

    /// <summary>The incident is over, or newer workflows have taken over.</summary>
    Finish,
}

/// <summary>One SNS publish.</summary>
/// <param name="Recipient">The person's id when the topic is a person's own, else null.</param>
/// <param name="Subject">ASCII, at most 99 characters, one line.</param>
/// <param name="Message">For people.</param>
/// <param name="Attributes">For subscribers' filters: see <c>MessageAttributes</c>.</param>
public sealed record SnsMessage(string? Recipient, string TopicArn, string Subject, string Message, ImmutableSortedDictionary<string, SnsAttribute> Attributes)
{
    /// <summary>What programs receive in the place of the text; null when they receive the text too.</summary>
    public JsonObject? Data { get; init; }
}

/// <summary>In the casing of the SNS API, so that the workflow passes it on as it is.</summary>
public sealed record SnsAttribute(string DataType, string StringValue);

/// <summary>The body of one <c>chat.postMessage</c>.</summary>
public sealed record SlackMessage(JsonObject Body);

/// <summary>The body of one Events API v2 call, without the routing key, which the connection adds.</summary>
public sealed record PagerDutyMessage(JsonObject Body);

/// <summary>One file.</summary>
/// <param name="Key">Its name in the bucket.</param>
public sealed record DocumentDraft(string Key, string ContentType, string Body);

/// <summary>One call of Statuspage's API: the incident of this id is looked for, then made or changed.</summary>
/// <param name="IncidentId">Ours.</param>
/// <param name="PageIncidentId">Statuspage's number of it; null when it is to be looked for.</param>
/// <param name="Ends">It is over: one that was never made need not be made any more.</param>
public sealed record StatusPageCall(string IncidentId, string? PageIncidentId, bool Ends, JsonObject Body);

/// <summary>One mail to one tenant's contacts.</summary>
/// <param name="From">An address that SES has verified.</param>
/// <param name="To">At least one address.</param>
public sealed record CustomerMessage(string Tenant, string From, ImmutableArray<string> To, string Subject, string Body);
