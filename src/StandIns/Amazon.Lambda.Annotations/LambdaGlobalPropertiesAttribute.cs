namespace Amazon.Lambda.Annotations;

/// <summary>How the assembly's functions start.</summary>
[AttributeUsage(AttributeTargets.Assembly)]
public class LambdaGlobalPropertiesAttribute : Attribute
{
    /// <summary>Whether to generate a Main that serves the function which the environment variable <c>ANNOTATIONS_HANDLER</c> names.</summary>
    public bool GenerateMain { get; set; }

    /// <summary>One of provided.al2, provided.al2023, dotnet8, dotnet10.</summary>
    public string? Runtime { get; set; }
}
