namespace Amazon.Lambda.Core;

/// <summary>Which <see cref="ILambdaSerializer"/> serves a function; a method's own beats its assembly's.</summary>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Assembly, AllowMultiple = false)]
public sealed class LambdaSerializerAttribute(Type serializerType) : Attribute
{
    public Type SerializerType { get; set; } = serializerType;
}
