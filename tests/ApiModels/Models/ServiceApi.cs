using System.Text.Json.Nodes;
using IncidentServerless.ApiModels.Naming;

namespace IncidentServerless.ApiModels.Models;

/// <summary>One service's API.</summary>
public sealed class ServiceApi
{
    private readonly JsonObject operations;
    private readonly TypeDeclarations declarations;
    private readonly ShapeReader shapes;

    internal ServiceApi(JsonObject model, TypeDeclarations declarations)
    {
        this.declarations = declarations;
        operations = model["operations"]!.AsObject();
        shapes = new ShapeReader(model["shapes"] as JsonObject ?? [], declarations);
        ErrorPrefix = StepFunctionsNames.ErrorPrefix(model["metadata"]!["serviceId"]!.GetValue<string>());
    }

    /// <summary>What error names begin with: <c>CostExplorer</c>.</summary>
    public string ErrorPrefix { get; }

    /// <param name="name">As the API has it.</param>
    /// <returns>Null when there is none.</returns>
    public OperationApi? Operation(string name)
    {
        if (operations[name] is not { } model)
        {
            return null;
        }

        // The declarations only lower the first letter.
        var declared = char.ToLowerInvariant(name[0]) + name[1..];
        return new OperationApi(
            name,
            StepFunctionsNames.Action(name),
            shapes.Read(model["input"], declarations.InputOf(declared)),
            shapes.Read(model["output"], declarations.OutputOf(declared)));
    }

    /// <param name="action">As Step Functions has it.</param>
    /// <returns>Null when there is none.</returns>
    public OperationApi? OperationOfAction(string action) =>
        operations.Select(operation => operation.Key).FirstOrDefault(name => StepFunctionsNames.Action(name) == action) is { } found ? Operation(found) : null;
}
