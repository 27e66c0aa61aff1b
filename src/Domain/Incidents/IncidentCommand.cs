using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace IncidentServerless.Domain.Incidents;

/// <summary>What workflows and people ask of an incident. Members are only ever added.</summary>
[JsonConverter(typeof(IncidentCommandConverter))]
public abstract record IncidentCommand
{
    public required string IncidentId { get; init; }

    /// <summary>When it was asked: a workflow's <c>EnteredTime</c>, or the start of the invocation.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Recognises a repetition: execution + state + EnteredTime + index for workflows, a hash of the form for people.</summary>
    public required string CommandId { get; init; }
}

/// <summary>A command of a workflow, which acts only for its own generation.</summary>
public abstract record WorkflowCommand : IncidentCommand
{
    /// <summary>The generation the workflow was started for; an older one is told that it is superseded.</summary>
    public required int Generation { get; init; }
}

/// <summary>The lifecycle asks where the incident stands; a mitigated one whose stable period is over is resolved.</summary>
public sealed record ReviewIncident : WorkflowCommand;

/// <summary>The lifecycle has ended everything of a resolved incident.</summary>
public sealed record CloseIncident : WorkflowCommand;

/// <summary>Paging tells what became of the messages of one step.</summary>
public sealed record RecordPage : WorkflowCommand
{
    /// <summary>As the step said; <c>level</c> is 0 when the step paged nobody: it told PagerDuty what people did, or people what is new.</summary>
    public required int Round { get; init; }
    public required int Level { get; init; }

    /// <summary>When the step was decided, which is when the level's wait begins.</summary>
    public required DateTimeOffset DecidedAt { get; init; }

    /// <summary>The incident's version when the step was decided; null from workflows that do not say.</summary>
    public int? SeenVersion { get; init; }

    /// <summary>What the step told PagerDuty; null when nothing.</summary>
    public PagerDutyStatus? PagerDuty { get; init; }

    /// <summary>Up to which version the step told people what is new; null when it did not.</summary>
    public int? Informs { get; init; }

    /// <summary>One list for each channel's branch.</summary>
    public required ImmutableArray<ImmutableArray<Delivery>> Deliveries { get; init; }
}

/// <summary>A workflow waits: its token is answered as soon as one of the topics is raised after the version it has seen.</summary>
public sealed record RegisterWait : WorkflowCommand
{
    public required ImmutableArray<Topic> Topics { get; init; }
    public required int SeenVersion { get; init; }
    public required string TaskToken { get; init; }

    /// <summary>The execution's ARN and the state's name: together the wait's key, so that each round overwrites the last.</summary>
    public required string Execution { get; init; }
    public required string State { get; init; }

    /// <summary>When the state gives up waiting; the stored wait outlives it by a day.</summary>
    public required int TimeoutSeconds { get; init; }
}

/// <summary>Reconcile found the workflows of the generation dead.</summary>
public sealed record ReviveLifecycle : WorkflowCommand
{
    /// <summary>The version that was judged; an incident that has changed since is judged anew.</summary>
    public required int SeenVersion { get; init; }

    public required string Reason { get; init; }
}

/// <summary>The classifier has paged by itself, because workflows would not start.</summary>
public sealed record MarkPagedDirectly : WorkflowCommand
{
    public required string Reason { get; init; }
}

public sealed record Acknowledge : IncidentCommand
{
    public required Actor By { get; init; }

    /// <summary>The version that the person saw; null when unknown. Only one who saw that another has it takes it over.</summary>
    public int? Seen { get; init; }
}

public sealed record Escalate : IncidentCommand
{
    public required Actor By { get; init; }
}

public sealed record Resolve : IncidentCommand
{
    public required Actor By { get; init; }
    public string? Reason { get; init; }

    /// <summary>Nothing was wrong: a false positive. It then has a reason, and no aftermath.</summary>
    public bool FalseAlarm { get; init; }
}

public sealed record AddNote : IncidentCommand
{
    public required Actor By { get; init; }

    /// <summary>1 to 2,000 characters.</summary>
    public required string Text { get; init; }
}
