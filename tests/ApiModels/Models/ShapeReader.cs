using System.Text.Json.Nodes;
using IncidentServerless.ApiModels.Naming;
using IncidentServerless.ApiModels.Shapes;

namespace IncidentServerless.ApiModels.Models;

/// <summary>Reads the shapes of a model, and beside each its declared type.</summary>
internal sealed class ShapeReader(JsonObject shapes, TypeDeclarations declarations)
{
    /// <param name="model">Null for nothing: a structure without members.</param>
    /// <param name="type">The declared type; null when it is not known.</param>
    public Shape Read(JsonNode? model, string? type) => model?["shape"] is { } name
        ? Read(shapes[name.GetValue<string>()], type)
        : model is null ? new StructureShape(new Dictionary<string, Lazy<Shape>>(), []) : Described(model, type);

    private Shape Described(JsonNode model, string? type) => model["type"]?.GetValue<string>() switch
    {
        "structure" => Flag(model, "document") ? new AnyShape() : Structure(model, type),
        "list" => new ListShape(Lazily(model["member"], declarations.ElementOf(type))),
        "map" => new MapShape(Lazily(model["value"], declarations.ElementOf(type))),
        "integer" or "long" => new NumberShape(whole: true),
        "float" or "double" => new NumberShape(whole: false),
        "boolean" => new BooleanShape(),
        "timestamp" => new TimestampShape(),
        "blob" => new AnyShape(),
        // The models do not say "string" of a text that has nothing else to it.
        null or "string" => Flag(model, "jsonvalue") ? new AnyShape() : new TextShape(declarations.ValuesOf(type)),
        var unknown => throw new InvalidDataException($"The models have a type '{unknown}' that nothing is known of."),
    };

    private StructureShape Structure(JsonNode model, string? type)
    {
        var members = model["members"]!.AsObject();
        // The SDKs make up an idempotency token that is not given.
        var required = (model["required"] as JsonArray ?? []).Select(name => name!.GetValue<string>()).Where(name => !Flag(members[name], "idempotencyToken"));
        return new StructureShape(
            members.ToDictionary(member => StepFunctionsNames.Member(member.Key), member => Lazily(member.Value, declarations.MemberOf(type, member.Key))),
            [.. required.Select(StepFunctionsNames.Member)]);
    }

    private Lazy<Shape> Lazily(JsonNode? model, string? type) => new(() => Read(model, type));

    private static bool Flag(JsonNode? model, string name) => model?[name]?.GetValue<bool>() ?? false;
}
