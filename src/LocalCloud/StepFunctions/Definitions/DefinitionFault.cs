namespace IncidentServerless.LocalCloud.StepFunctions.Definitions;

/// <summary>One thing wrong with a definition.</summary>
/// <param name="Code">For example <c>SCHEMA_VALIDATION_FAILED</c>.</param>
/// <param name="Path">For example <c>/States/Page/Resource</c>; null when the whole text is at fault.</param>
internal sealed record DefinitionFault(string Code, string Message, string? Path)
{
    /// <summary>What the service writes where a fault has no place.</summary>
    public const string NoPlace = "null";

    public override string ToString() => Path is null ? $"{Code}: {Message}" : $"{Code}: {Message} at {Path}";
}
