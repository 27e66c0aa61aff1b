using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using IncidentServerless.Domain.Json;

namespace IncidentServerless.Functions;

/// <summary>
/// All that functions read and write: the events of Lambda, and Domain's own records as <see cref="DomainJson"/> describes them.
/// It asks those two contexts instead of listing their types again, which would compile every description twice.
/// </summary>
public sealed class SuiteJson(JsonSerializerOptions options) : JsonSerializerContext(options), IJsonTypeInfoResolver
{
    protected override JsonSerializerOptions? GeneratedSerializerOptions => null;

    /// <returns>Null when neither context knows the type.</returns>
    public override JsonTypeInfo? GetTypeInfo(Type type) => Options.TryGetTypeInfo(type, out var info) ? info : null;

    JsonTypeInfo? IJsonTypeInfoResolver.GetTypeInfo(Type type, JsonSerializerOptions options) =>
        ((IJsonTypeInfoResolver)EventJson.Default).GetTypeInfo(type, options)
        ?? ((IJsonTypeInfoResolver)DomainJson.Default).GetTypeInfo(type, options);
}
