using IncidentServerless.ApiModels.Models;
using IncidentServerless.ApiModels.Shapes;

namespace IncidentServerless.ApiModels.Calls;

/// <summary>Finds calls in the models by the names that workflows and stories give them.</summary>
internal sealed class CallFinder(ApiCatalogue catalogue)
{
    private const string Integrations = "arn:aws:states:::";
    private const string Sdk = "aws-sdk";

    /// <summary>The optimised integrations that a model fits, but for one member, which takes any JSON where the API takes text.</summary>
    private static readonly Dictionary<string, (string Service, string Operation, string Free)> Optimised = new()
    {
        ["lambda:invoke"] = ("lambda", "Invoke", "Payload"),
        ["sns:publish"] = ("sns", "Publish", "Message"),
        ["states:startExecution"] = ("sfn", "StartExecution", "Input"),
    };

    /// <param name="resource">Of a Task, with or without its pattern (<c>.waitForTaskToken</c>).</param>
    /// <returns>Null for what no API describes: <c>http:invoke</c>, and a function that is called by its own ARN.</returns>
    public FoundCall? OfResource(string resource)
    {
        if (!resource.StartsWith(Integrations, StringComparison.Ordinal))
        {
            return null;
        }

        var name = resource[Integrations.Length..].Split('.')[0];
        return name.Split(':') switch
        {
            [Sdk, var service, var action] => OfService(name, service, api => api.OperationOfAction(action)),
            ["http", "invoke"] => null,
            _ => Optimised.TryGetValue(name, out var optimised)
                ? OfService(name, optimised.Service, api => Freed(api.Operation(optimised.Operation), optimised.Free))
                : new FoundCall(name, null, null),
        };
    }

    /// <param name="call">As a story has it: <c>costexplorer:GetCostAndUsage</c>.</param>
    public FoundCall OfStory(string call) => call.Split(':') is [var service, var operation]
        ? OfService(call, service, api => api.Operation(operation))
        : new FoundCall(call, null, null);

    public static bool IsSdk(string resource) => resource.StartsWith($"{Integrations}{Sdk}:", StringComparison.Ordinal);

    private FoundCall OfService(string name, string service, Func<ServiceApi, OperationApi?> operation) =>
        catalogue.Service(service) is { } api ? new FoundCall(name, api, operation(api)) : new FoundCall(name, null, null);

    private static OperationApi? Freed(OperationApi? operation, string member) =>
        operation is { Input: StructureShape input } ? operation with { Input = input.Freeing(member) } : operation;
}
