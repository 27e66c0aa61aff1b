using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using IncidentServerless.LocalCloud.Clock;
using IncidentServerless.LocalCloud.Endpoint;
using IncidentServerless.LocalCloud.Template;

namespace IncidentServerless.LocalCloud.Ssm;

/// <summary>Systems Manager's parameters.</summary>
public sealed class SsmService : IAwsService
{
    private readonly ConcurrentDictionary<string, Parameter> parameters = new();
    private readonly StackIdentity identity;
    private readonly ICloudClock clock;

    internal SsmService(StackIdentity identity, ICloudClock clock)
    {
        this.identity = identity;
        this.clock = clock;
    }

    private sealed record Parameter(string Name, string Type, string Value, int Version, DateTimeOffset ModifiedAt);

    public string Name => "ssm";

    public Task<JsonObject> CallAsync(ServiceCall call, CancellationToken cancellation) => Task.FromResult(call.Operation switch
    {
        "GetParameter" => new() { ["Parameter"] = Json(Find(call.Input.Text("Name")) ?? throw new AwsError("ParameterNotFound", "")) },
        "GetParameters" => GetMany(call.Input),
        "PutParameter" => Put(call.Input),
        _ => throw AwsError.NotEmulated(call),
    });

    /// <summary>Sets a value, as a person does in the console.</summary>
    public void Set(string name, string value, string type = "String") =>
        parameters.AddOrUpdate(name, _ => new(name, type, value, 1, clock.UtcNow), (_, old) => old with { Value = value, Version = old.Version + 1, ModifiedAt = clock.UtcNow });

    private JsonObject GetMany(JsonObject input)
    {
        var names = input.Strings("Names");
        return new()
        {
            ["Parameters"] = new JsonArray([.. names.Select(Find).OfType<Parameter>().Select(Json)]),
            ["InvalidParameters"] = new JsonArray([.. names.Where(name => Find(name) is null).Select(name => (JsonNode)name)]),
        };
    }

    private JsonObject Put(JsonObject input)
    {
        var name = input.Text("Name") ?? throw new AwsError("ValidationException", "The request names no parameter: give Name.");
        if (!input.Flag("Overwrite") && parameters.ContainsKey(name))
            throw new AwsError("ParameterAlreadyExists", "The parameter already exists. To overwrite this value, set the overwrite option in the request to true.");
        Set(name, input.Text("Value") ?? "", input.Text("Type") ?? "String");
        return new() { ["Version"] = parameters[name].Version, ["Tier"] = "Standard" };
    }

    // A parameter is named by its name or its ARN.
    private Parameter? Find(string? name) =>
        name is null ? null : parameters.GetValueOrDefault(name) ?? parameters.Values.FirstOrDefault(parameter => Arn(parameter) == name);

    private string Arn(Parameter parameter) => identity.Arn("ssm", "parameter/" + parameter.Name.TrimStart('/'));

    private JsonNode Json(Parameter parameter) => new JsonObject
    {
        ["Name"] = parameter.Name,
        ["Type"] = parameter.Type,
        ["Value"] = parameter.Value,
        ["Version"] = parameter.Version,
        ["LastModifiedDate"] = parameter.ModifiedAt.ToUnixTimeMilliseconds() / 1000.0,
        ["ARN"] = Arn(parameter),
        ["DataType"] = "text",
    };
}
