using System.Text.Json.Nodes;
using IncidentServerless.LocalCloud.StepFunctions.Definitions;
using IncidentServerless.LocalCloud.StepFunctions.Executions;

namespace IncidentServerless.LocalCloud.StepFunctions.States;

/// <summary>
/// Runs its item processor for each item, inline; the result is the array of the outputs. A failed iteration fails the Map, unless
/// failures are tolerated: then the result lacks the failed ones.
/// </summary>
internal sealed class MapState(StateHeader header, Workflow processor, MapFields fields, FailurePolicy policy) : State(header)
{
    public static readonly string[] Fields =
    [
        "Items", "ItemSelector", "ItemProcessor", "MaxConcurrency", "ToleratedFailureCount", "ToleratedFailurePercentage",
        "Next", "End", "Output", "Assign", .. FailurePolicy.Fields,
    ];

    // Step Functions runs at most this many inline iterations at once, whatever MaxConcurrency says.
    private const int MostAtOnce = 40;

    public override bool IsAbortable => true;

    public override IEnumerable<Workflow> Inner => [processor];

    public static MapState Read(StateHeader header, DefinitionNode node)
    {
        node.Require("ItemProcessor");
        var processor = node.Find("ItemProcessor") is { } inner ? MapFields.ReadProcessor(inner) : new Workflow("", new Dictionary<string, State>());
        return new MapState(header, processor, MapFields.Read(node), FailurePolicy.Read(node));
    }

    public override Task<StateExit> RunAsync(Visit visit) =>
        policy.RunAsync(visit, () => AttemptAsync(visit), failure => visit.Strand.Append("MapStateFailed", failure.EventId));

    private async Task<StateExit> AttemptAsync(Visit visit)
    {
        var strand = visit.Strand;
        var items = await fields.ItemsAsync(visit);
        var most = await visit.IntegerAsync(fields.MaxConcurrency, "MaxConcurrency") is { } given and > 0 ? (int)Math.Min(given, MostAtOnce) : MostAtOnce;
        var tolerance = await fields.ToleranceAsync(visit, items.Length);
        strand.Append("MapStateStarted", new JsonObject { ["length"] = items.Length });

        using var members = new StrandGroup(strand.Group);
        var iterations = new MapIterations(visit, members, processor, fields.ItemSelector, tolerance, items);
        await SideBySide.RunAsync(strand, members, Enumerable.Range(0, items.Length), most, iterations.Begin, iterations.RunAsync);

        strand.LastEvent = iterations.Last;
        var result = Json.Write(writer => SideBySide.Write(writer, iterations.Outputs));
        var exit = await visit.LeaveAsync(Next, Output, Assign, result, visit.Bindings(result));
        strand.Append("MapStateSucceeded", iterations.Last);
        visit.ExitAfter = iterations.Last;
        return exit;
    }
}
