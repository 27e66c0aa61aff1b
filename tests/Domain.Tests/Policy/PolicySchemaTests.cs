using System.Text.Json;

namespace IncidentServerless.Domain.Tests.Policy;

/// <summary>Holds incident-policy.schema.json against what the reader does, at every place of a file that writes every member.</summary>
public class PolicySchemaTests
{
    private static readonly JsonElement Schema = JsonDocument.Parse(RepositoryFiles.Read("cdk/incident-policy.schema.json")).RootElement;
    private static readonly JsonElement File = JsonDocument.Parse(new PolicyFile().Json).RootElement;

    public static TheoryData<string> Objects => [.. Walk(Schema, File, string.Empty).Where(place => place.Schema.TryGetProperty("properties", out _)).Select(place => place.Path)];

    public static TheoryData<string> Enums => [.. Walk(Schema, File, string.Empty).Where(place => place.Schema.TryGetProperty("enum", out _)).Select(place => place.Path)];

    [Fact]
    public void Walk_OverTheFile_ReachesEveryPlaceOfTheSchema()
    {
        var properties = Walk(Schema, File, string.Empty).Select(place => place.Schema.GetRawText()).ToHashSet();

        Assert.All(AllSchemas(Schema), schema => Assert.Contains(schema.GetRawText(), properties));
    }

    [Theory]
    [MemberData(nameof(Objects))]
    public void Reader_MemberUnknownToTheSchema_RefusesItAndKnowsTheSchemasMembers(string path)
    {
        var schema = SchemaAt(path);
        var faults = new PolicyFile().With($"{path}/------------------------".TrimStart('/'), "1").Faults();

        Assert.EndsWith($"is not known here; known are {string.Join(", ", schema.GetProperty("properties").EnumerateObject().Select(property => property.Name))}", faults);
        Assert.False(schema.GetProperty("additionalProperties").GetBoolean());
    }

    [Theory]
    [MemberData(nameof(Objects))]
    public void Reader_MemberLeftOut_IsMissingWhereTheSchemaRequiresIt(string path)
    {
        var schema = SchemaAt(path);
        var required = schema.TryGetProperty("required", out var list) ? list.EnumerateArray().Select(name => name.GetString()!).ToArray() : [];

        foreach (var member in schema.GetProperty("properties").EnumerateObject())
        {
            var faults = new PolicyFile().Without($"{path}/{member.Name}".TrimStart('/')).Faults();
            Assert.Equal(required.Contains(member.Name), faults.Contains($"{member.Name}: is missing"));
        }
    }

    [Theory]
    [MemberData(nameof(Enums))]
    public void Reader_WordUnknownToTheSchema_RefusesItAndKnowsTheSchemasWords(string path)
    {
        var words = SchemaAt(path).GetProperty("enum").EnumerateArray().Select(word => word.GetString()!).ToArray();
        var faults = new PolicyFile().With(path, "\"?\"").Faults();

        Assert.EndsWith($": is \"?\"; expected {string.Join(", ", words[..^1])} or {words[^1]}", faults);
    }

    [Fact]
    public void Schema_EveryMemberThatIsNoRow_SaysWhatItIs() =>
        Assert.All(
            Walk(Schema, File, string.Empty).GroupBy(place => place.Path).Where(place => !IsRow(place.Key)),
            place => Assert.True(place.Any(schema => schema.Schema.TryGetProperty("description", out _)), $"{place.Key} has no description."));

    private static bool IsRow(string path) => path.Split('/')[^1] is "0" or "ana" or ['S', 'E', 'V', _];

    private static JsonElement SchemaAt(string path) => Walk(Schema, File, string.Empty).Last(place => place.Path == path).Schema;

    /// <summary>Every value of the file with its schema; a reference is given as itself and as what it refers to.</summary>
    private static IEnumerable<(string Path, JsonElement Schema)> Walk(JsonElement schema, JsonElement value, string path)
    {
        yield return (path, schema);
        if (schema.TryGetProperty("$ref", out var reference))
        {
            foreach (var place in Walk(Schema.GetProperty("$defs").GetProperty(reference.GetString()!["#/$defs/".Length..]), value, path))
            {
                yield return place;
            }
        }

        var children = value.ValueKind switch
        {
            JsonValueKind.Object when schema.TryGetProperty("properties", out var properties) =>
                properties.EnumerateObject().Select(property => (property.Name, property.Value, value.GetProperty(property.Name))),
            JsonValueKind.Object when schema.TryGetProperty("additionalProperties", out var member) && member.ValueKind == JsonValueKind.Object =>
                value.EnumerateObject().Select(property => (property.Name, member, property.Value)),
            JsonValueKind.Array when value.GetArrayLength() > 0 && schema.TryGetProperty("items", out var items) =>
                [("0", items, value[0])],
            _ => Enumerable.Empty<(string Name, JsonElement Schema, JsonElement Value)>(),
        };
        foreach (var (name, childSchema, child) in children)
        {
            foreach (var place in Walk(childSchema, child, path.Length == 0 ? name : $"{path}/{name}"))
            {
                yield return place;
            }
        }
    }

    private static IEnumerable<JsonElement> AllSchemas(JsonElement schema)
    {
        yield return schema;
        foreach (var keyword in new[] { "properties", "$defs" }.Where(keyword => schema.TryGetProperty(keyword, out _)))
        {
            foreach (var inner in schema.GetProperty(keyword).EnumerateObject().SelectMany(property => AllSchemas(property.Value)))
            {
                yield return inner;
            }
        }

        foreach (var keyword in new[] { "items", "additionalProperties" })
        {
            if (schema.TryGetProperty(keyword, out var inner) && inner.ValueKind == JsonValueKind.Object)
            {
                foreach (var nested in AllSchemas(inner))
                {
                    yield return nested;
                }
            }
        }
    }
}
