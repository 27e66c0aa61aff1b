using IncidentServerless.LocalCloud.StepFunctions.Definitions;
using IncidentServerless.LocalCloud.StepFunctions.Executions;
using IncidentServerless.LocalCloud.StepFunctions.Expressions;

namespace IncidentServerless.LocalCloud.StepFunctions.States;

/// <summary>A state of a definition, and what it does when it is entered.</summary>
internal abstract class State(StateHeader header)
{
    public string Name => header.Name;

    public string Type => header.Type;

    /// <summary>Whether the history says so when the state is given up because a sibling failed.</summary>
    public virtual bool IsAbortable => false;

    /// <summary>Workflows inside of the state.</summary>
    public virtual IEnumerable<Workflow> Inner => [];

    protected string? Next => header.Next;

    protected PayloadTemplate? Output => header.Output;

    protected PayloadTemplate? Assign => header.Assign;

    /// <exception cref="Errors.StatesError">The state fails, and does not catch it itself.</exception>
    public abstract Task<StateExit> RunAsync(Visit visit);
}

/// <summary>What all states have.</summary>
/// <param name="Next">Null at the end of the line.</param>
internal sealed record StateHeader(string Name, string Type, string? Next, PayloadTemplate? Output, PayloadTemplate? Assign);
