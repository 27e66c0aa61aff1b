namespace Amazon.Lambda.Annotations.SourceGenerator;

/// <summary>What a parameter of a function takes.</summary>
internal enum ParameterKind
{
    Payload,
    Context,
    Service,
}

/// <summary>A parameter, its type fully qualified.</summary>
internal sealed record Parameter(string Name, string Type, ParameterKind Kind);

/// <summary>
/// A method with [LambdaFunction]. Types are fully qualified; the namespace is empty for the global one; the result type is null for a
/// function that returns Task, and the serializer type for one without its own [LambdaSerializer].
/// </summary>
internal sealed record Function(
    string Namespace,
    string ClassName,
    string ClassType,
    string MethodName,
    EquatableList<Parameter> Parameters,
    string? ResultType,
    string? SerializerType,
    bool IsSupported,
    SourcePlace? Place)
{
    public string GeneratedClassName => $"{ClassName}_{MethodName}_Generated";

    public string GeneratedClassType => Namespace.Length == 0 ? $"global::{GeneratedClassName}" : $"global::{Namespace}.{GeneratedClassName}";
}

/// <summary>A class with [LambdaStartup], its type fully qualified.</summary>
internal sealed record Startup(string Type, bool RegistersServices, SourcePlace? Place);

/// <summary>What the whole assembly says.</summary>
internal sealed record AssemblyFacts(
    bool GenerateMain,
    string? Runtime,
    string? SerializerType,
    bool IsExecutable,
    bool HasRuntimeSupport);
