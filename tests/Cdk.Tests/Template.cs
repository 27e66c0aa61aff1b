using System.Text.Json.Nodes;

namespace IncidentServerless.Cdk.Tests;

/// <summary>A synthesised template, and questions to it.</summary>
public sealed record Template(JsonNode Root)
{
    public static Template Read(string file) => new(JsonNode.Parse(File.ReadAllText(file))!);

    public IEnumerable<Resource> All => Root["Resources"]!.AsObject().Select(resource => new Resource(resource.Key, resource.Value!.AsObject()));

    public IEnumerable<Resource> Of(string type) => All.Where(resource => resource.Type == type);

    public Resource The(string id) => new(id, Root["Resources"]![id]!.AsObject());

    public Resource Function(string name) => Of("AWS::Lambda::Function").Single(function => function.Properties["FunctionName"]!.GetValue<string>() == $"{IncidentStack.Name}-{name}");

    public Resource StateMachine(string name) => Of("AWS::StepFunctions::StateMachine").Single(machine => machine.Properties["StateMachineName"]!.GetValue<string>() == $"{IncidentStack.Name}-{name}");

    /// <summary>What a function or a state machine may do.</summary>
    public IEnumerable<Statement> Allowed(Resource runner)
    {
        var role = (runner.Properties["Role"] ?? runner.Properties["RoleArn"])!["Fn::GetAtt"]![0]!.GetValue<string>();
        return Of("AWS::IAM::Policy")
            .Where(policy => policy.Properties["Roles"]!.AsArray().Any(attached => attached!["Ref"]!.GetValue<string>() == role))
            .SelectMany(policy => Statement.Of(policy.Properties["PolicyDocument"]!));
    }

    /// <summary>The ids that a resource refers to.</summary>
    public static IEnumerable<string> References(JsonNode? node) => node switch
    {
        JsonObject { Count: 1 } reference when reference["Ref"] is JsonValue id => [id.GetValue<string>()],
        JsonObject { Count: 1 } attribute when attribute["Fn::GetAtt"] is JsonArray parts => [parts[0]!.GetValue<string>()],
        JsonObject members => members.SelectMany(member => member.Key == "DependsOn" ? Texts(member.Value) : References(member.Value)),
        JsonArray items => items.SelectMany(References),
        _ => [],
    };

    /// <summary>Every text in it, joined: <c>Fn::Join</c> with references as <c>${Id}</c>.</summary>
    public static string Text(JsonNode? node) => node switch
    {
        JsonObject { Count: 1 } join when join["Fn::Join"] is JsonArray parts => string.Join(Text(parts[0]), parts[1]!.AsArray().Select(Text)),
        JsonObject { Count: 1 } reference when reference["Ref"] is JsonValue id => $"${{{id}}}",
        JsonObject { Count: 1 } attribute when attribute["Fn::GetAtt"] is JsonArray parts => $"${{{parts[0]}.{parts[1]}}}",
        JsonValue value => value.ToString(),
        _ => throw new InvalidOperationException($"No text: {node?.ToJsonString() ?? "null"}"),
    };

    public static IEnumerable<string> Texts(JsonNode? node) => node is JsonArray items ? items.Select(Text) : [Text(node)];
}

/// <summary>One resource of a template.</summary>
public sealed record Resource(string Id, JsonObject Body)
{
    public string Type => Body["Type"]!.GetValue<string>();

    public JsonObject Properties => Body["Properties"] as JsonObject ?? [];

    public string Arn => $"${{{Id}.Arn}}";
}

/// <summary>One statement of a policy document.</summary>
public sealed record Statement(IReadOnlyList<string> Actions, IReadOnlyList<string> Resources, JsonNode? Principal, JsonNode? Condition)
{
    public static IEnumerable<Statement> Of(JsonNode document) => document["Statement"]!.AsArray().Select(statement => new Statement(
        [.. Template.Texts(statement!["Action"])],
        [.. Template.Texts(statement["Resource"])],
        statement["Principal"],
        statement["Condition"]));
}
