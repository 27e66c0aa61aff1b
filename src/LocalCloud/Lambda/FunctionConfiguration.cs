using IncidentServerless.LocalCloud.Template;

namespace IncidentServerless.LocalCloud.Lambda;

/// <summary>A function as the template configures it.</summary>
/// <param name="Name">The physical name.</param>
/// <param name="LogicalId">The name in the template.</param>
/// <param name="Timeout">Lambda's default is 3 seconds.</param>
/// <param name="MemorySize">Megabytes; Lambda's default is 128.</param>
/// <param name="ReservedConcurrency">Null for no reservation.</param>
/// <param name="DeadLetterArn">Where events go that an asynchronous invocation could not handle; null for nowhere.</param>
public sealed record FunctionConfiguration(
    string Name,
    string LogicalId,
    string Arn,
    string RoleArn,
    string Handler,
    TimeSpan Timeout,
    int MemorySize,
    int? ReservedConcurrency,
    string? DeadLetterArn,
    IReadOnlyDictionary<string, string> Environment)
{
    internal static FunctionConfiguration Read(StackResource resource)
    {
        var properties = resource.Properties;
        return new(
            resource.PhysicalName,
            resource.LogicalId,
            resource.Arn,
            properties.Text("Role") ?? throw new TemplateException($"The function '{resource.LogicalId}' has no Role."),
            properties.Text("Handler") ?? "bootstrap",
            TimeSpan.FromSeconds(properties.Number("Timeout") ?? 3),
            properties.Number("MemorySize") ?? 128,
            properties.Number("ReservedConcurrentExecutions"),
            properties.Object("DeadLetterConfig").Text("TargetArn"),
            properties.Object("Environment").Object("Variables").ToDictionary(variable => variable.Key, variable => variable.Value?.ToString() ?? ""));
    }
}
