namespace Amazon.Lambda.Annotations;

/// <summary>Takes the parameter from the invocation's own service scope. This is the way to a scoped service: the function class itself is a singleton.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public class FromServicesAttribute : Attribute;
