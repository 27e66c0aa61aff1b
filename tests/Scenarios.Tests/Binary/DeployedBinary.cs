namespace IncidentServerless.Scenarios.Tests.Binary;

/// <summary>The native bootstrap, where the environment variable <c>INCIDENT_BINARY</c> names one. All stories are then played with it.</summary>
internal static class DeployedBinary
{
    public const string Reason = "INCIDENT_BINARY does not name the published bootstrap; .ci/run publishes it.";

    public static string? Path { get; } = Environment.GetEnvironmentVariable("INCIDENT_BINARY") is { Length: > 0 } path ? path : null;
}

/// <summary>A test of the native bootstrap; skipped with the reason where there is none.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class BinaryFactAttribute : FactAttribute
{
    public BinaryFactAttribute() => Skip = DeployedBinary.Path is null ? DeployedBinary.Reason : null;
}

/// <inheritdoc cref="BinaryFactAttribute"/>
[AttributeUsage(AttributeTargets.Method)]
public sealed class BinaryTheoryAttribute : TheoryAttribute
{
    public BinaryTheoryAttribute() => Skip = DeployedBinary.Path is null ? DeployedBinary.Reason : null;
}
