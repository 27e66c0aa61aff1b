using IncidentServerless.ApiModels.Naming;

namespace IncidentServerless.ApiModels.Calls;

/// <summary>Which errors a call may give, and what Step Functions calls them.</summary>
internal static class ErrorRules
{
    private const string OfStepFunctionsItself = "States.";

    /// <param name="code">As the API has it, for example <c>AccessDeniedException</c>.</param>
    public static IEnumerable<string> OfCode(FoundCall call, string code) =>
        ModelledErrors.General.Contains(code) ? [] : Known(call, code, modelled => modelled.Contains(code));

    /// <param name="name">As Step Functions has it, for example <c>Ssm.ParameterNotFoundException</c>. What the SDK has no class for comes as the service's own exception, <c>Ssm.SsmException</c>.</param>
    public static IEnumerable<string> OfName(FoundCall call, string name)
    {
        var prefix = call.Service!.ErrorPrefix;
        if (name.StartsWith(OfStepFunctionsItself, StringComparison.Ordinal) || name == $"{prefix}.{prefix}Exception")
        {
            return [];
        }

        return Known(call, name, modelled => modelled.Any(error => name == $"{prefix}.{StepFunctionsNames.Error(error)}"));
    }

    private static IEnumerable<string> Known(FoundCall call, string error, Func<IReadOnlyList<string>, bool> holds) =>
        ModelledErrors.Of(call.Service!.ErrorPrefix, call.Operation!.Name) is not { } modelled
            ? [$"{call.Name}: nothing is known of its errors; ModelledErrors needs a row for it, from the API's reference."]
            : holds(modelled) ? [] : [$"{call.Name} does not fail with {error}; its own errors are {(modelled.Count == 0 ? "none" : string.Join(", ", modelled))}."];
}
