using System.Text.Json;
using IncidentServerless.LocalCloud.StepFunctions.Definitions;
using IncidentServerless.LocalCloud.StepFunctions.Executions;
using IncidentServerless.LocalCloud.StepFunctions.Expressions;

namespace IncidentServerless.LocalCloud.StepFunctions.States;

/// <summary>Runs its branches side by side; the result is the array of their outputs. The first failure ends the others.</summary>
internal sealed class ParallelState(StateHeader header, IReadOnlyList<Workflow> branches, PayloadTemplate? arguments, FailurePolicy policy) : State(header)
{
    public static readonly string[] Fields = ["Branches", "Arguments", "Next", "End", "Output", "Assign", .. FailurePolicy.Fields];

    private static readonly string[] BranchFields = ["StartAt", "States", "Comment"];

    public override bool IsAbortable => true;

    public override IEnumerable<Workflow> Inner => branches;

    public static ParallelState Read(StateHeader header, DefinitionNode node)
    {
        var all = node.Items("Branches");
        if (all.Count == 0)
        {
            node.Fault("Value cannot be empty", "Branches");
        }

        foreach (var branch in all)
        {
            StateReader.RefuseUnknown(branch, BranchFields);
        }

        return new ParallelState(header, [.. all.Select(Workflow.Read)], node.Template("Arguments"), FailurePolicy.Read(node));
    }

    public override Task<StateExit> RunAsync(Visit visit) =>
        policy.RunAsync(visit, () => AttemptAsync(visit), failure => visit.Strand.Append("ParallelStateFailed", failure.EventId));

    private async Task<StateExit> AttemptAsync(Visit visit)
    {
        var strand = visit.Strand;
        var input = arguments is null ? visit.Input : await visit.EvaluateAsync(arguments, "Arguments", visit.Bindings());
        strand.Append("ParallelStateStarted");

        using var members = new StrandGroup(strand.Group);
        var outputs = new JsonElement[branches.Count];
        var last = strand.LastEvent;
        await SideBySide.RunAsync(strand, members, Enumerable.Range(0, branches.Count), branches.Count, _ => strand.Branch(members), async (index, branch) =>
        {
            outputs[index] = await WorkflowRun.RunAsync(branches[index], branch, input);
            last = branch.LastEvent;
        });

        strand.LastEvent = last;
        var result = Json.Write(writer => SideBySide.Write(writer, outputs));
        var exit = await visit.LeaveAsync(Next, Output, Assign, result, visit.Bindings(result));
        strand.Append("ParallelStateSucceeded", last);
        visit.ExitAfter = last;
        return exit;
    }
}
