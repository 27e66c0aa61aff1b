namespace Amazon.Lambda.Annotations;

/// <summary>Makes a method a Lambda function, known to <c>ANNOTATIONS_HANDLER</c> by the method's name.</summary>
/// <remarks>The properties describe the function to a deployment template; they change nothing at run time.</remarks>
[AttributeUsage(AttributeTargets.Method)]
public class LambdaFunctionAttribute : Attribute
{
    public string? ResourceName { get; set; }

    /// <summary>In seconds.</summary>
    public uint Timeout { get; set; }

    /// <summary>In MB.</summary>
    public uint MemorySize { get; set; }

    public string? Role { get; set; }

    public string? Policies { get; set; }

    public LambdaPackageType PackageType { get; set; }
}

/// <summary>How a function's code reaches Lambda.</summary>
public enum LambdaPackageType
{
    Zip = 0,
    Image = 1,
}
