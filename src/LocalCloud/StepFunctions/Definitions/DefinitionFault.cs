namespace IncidentServerless.LocalCloud.StepFunctions.Definitions;

/// <summary>One thing wrong with a definition.</summary>
/// <param name="Code">For example <c>SCHEMA_VALIDATION_FAILED</c>.</param>
/// <param name="Path">For example <c>/States/Page/Resource</c>.</param>
internal sealed record DefinitionFault(string Code, string Message, string Path)
{
    public override string ToString() => $"{Code}: {Message} at {Path}";
}
