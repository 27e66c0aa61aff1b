namespace Amazon.Lambda.Annotations;

/// <summary>Marks the one class whose <c>void ConfigureServices(IServiceCollection)</c> registers the functions' services.</summary>
[AttributeUsage(AttributeTargets.Class)]
public class LambdaStartupAttribute : Attribute;
