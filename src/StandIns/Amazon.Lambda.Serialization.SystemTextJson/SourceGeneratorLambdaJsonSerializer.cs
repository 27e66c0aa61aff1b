using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;
using Amazon.Lambda.Core;
using Amazon.Lambda.Serialization.SystemTextJson.Converters;

namespace Amazon.Lambda.Serialization.SystemTextJson;

/// <summary>Serializes the types of a source-generated <see cref="JsonSerializerContext"/>, without reflection.</summary>
/// <remarks>
/// The serializer makes the context itself, with its own options: null values are left out, names are matched in any case and written
/// as they are, dates may be numbers. So <c>[JsonSourceGenerationOptions]</c> on the context has no effect; a customizer has.
/// </remarks>
/// <typeparam name="TSGContext">The context; it needs its generated constructor that takes options.</typeparam>
public class SourceGeneratorLambdaJsonSerializer<
    [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TSGContext> : AbstractLambdaJsonSerializer, ILambdaSerializer
    where TSGContext : JsonSerializerContext
{
    public SourceGeneratorLambdaJsonSerializer()
        : this(static _ => { })
    {
    }

    /// <param name="customizer">Changes the options before the context is made of them.</param>
    public SourceGeneratorLambdaJsonSerializer(Action<JsonSerializerOptions> customizer)
        : base(Context(customizer))
    {
    }

    private static TSGContext Context(Action<JsonSerializerOptions> customizer)
    {
        var options = new JsonSerializerOptions
        {
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            PropertyNameCaseInsensitive = true,
        };
        options.Converters.Add(new DateTimeConverter());
        options.Converters.Add(new MemoryStreamConverter());
        customizer(options);
        return (TSGContext?)Activator.CreateInstance(typeof(TSGContext), options)
            ?? throw new JsonSerializerException($"Failed to create an instance of {typeof(TSGContext).FullName}.");
    }
}
