using System.Text.Json;
using Amazon.Lambda.Serialization.SystemTextJson;

namespace IncidentServerless.Functions;

/// <summary>Writes what workflows read as Domain writes it. The official serializer builds its own options and ignores those of the context, so they are set here.</summary>
public sealed class SuiteSerializer() : SourceGeneratorLambdaJsonSerializer<SuiteJson>((JsonSerializerOptions options) =>
{
    options.PropertyNamingPolicy = JsonNamingPolicy.CamelCase;
    options.AllowOutOfOrderMetadataProperties = true;
});
