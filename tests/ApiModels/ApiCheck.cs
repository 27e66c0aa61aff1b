using System.Text.Json.Nodes;
using IncidentServerless.ApiModels.Calls;
using IncidentServerless.ApiModels.Models;

namespace IncidentServerless.ApiModels;

/// <summary>
/// Holds what workflows say and what stories answer against AWS's models of its APIs, in the names that Step Functions uses. Each check
/// gives the misfits, a sentence each.
/// </summary>
public static class ApiCheck
{
    private static readonly CallFinder Finder = new(ApiCatalogue.Installed);

    /// <param name="resource">Of the Task.</param>
    /// <param name="arguments">As they are written, with JSONata in them, or as they were evaluated.</param>
    public static IEnumerable<string> Arguments(string resource, JsonNode? arguments) =>
        Of(Finder.OfResource(resource), call => Named(call, call.Operation!.Input.Misfits(arguments ?? new JsonObject())));

    /// <summary>What a state got. The optimised integrations add to what the API answers, so only those of <c>aws-sdk:</c> are held against it.</summary>
    /// <param name="resource">Of the Task.</param>
    public static IEnumerable<string> Result(string resource, JsonNode? result) =>
        Of(OfSdk(resource), call => Named(call, call.Operation!.Output.Misfits(result)));

    /// <param name="resource">Of the Task.</param>
    /// <param name="name">That the state caught, or that it is ready to: <c>CostExplorer.LimitExceededException</c>.</param>
    public static IEnumerable<string> ErrorName(string resource, string name) => Of(OfSdk(resource), call => ErrorRules.OfName(call, name));

    /// <param name="call">As a story has it: <c>costexplorer:GetCostAndUsage</c>.</param>
    public static IEnumerable<string> Answer(string call, JsonNode? answer) =>
        Of(Finder.OfStory(call), found => Named(found, found.Operation!.Output.Misfits(answer)));

    /// <param name="call">As a story has it.</param>
    /// <param name="code">The error as the API has it.</param>
    public static IEnumerable<string> Failure(string call, string code) => Of(Finder.OfStory(call), found => ErrorRules.OfCode(found, code));

    private static FoundCall? OfSdk(string resource) => CallFinder.IsSdk(resource) ? Finder.OfResource(resource) : null;

    private static IEnumerable<string> Of(FoundCall? call, Func<FoundCall, IEnumerable<string>> check) =>
        call is null ? [] : call.Operation is null ? [call.Missing] : check(call);

    private static IEnumerable<string> Named(FoundCall call, IEnumerable<string> misfits) => misfits.Select(misfit => $"{call.Name}: {misfit}");
}
