using System.Text.Json.Nodes;

namespace IncidentServerless.LocalCloud.Template;

/// <summary>A CloudFormation template with its names given and its intrinsic functions resolved.</summary>
public sealed class Stack
{
    private readonly Dictionary<string, StackResource> resources = [];

    private Stack(StackIdentity identity) => Identity = identity;

    public StackIdentity Identity { get; }

    /// <summary>In the template's order, without those whose condition does not hold.</summary>
    public IReadOnlyCollection<StackResource> Resources => resources.Values;

    public IReadOnlyDictionary<string, string> Outputs { get; private set; } = new Dictionary<string, string>();

    public IEnumerable<StackResource> OfType(params string[] types) => resources.Values.Where(resource => types.Contains(resource.Type));

    /// <summary>Finds a resource by its logical id or its physical name.</summary>
    public StackResource? Find(string type, string name) =>
        resources.Values.FirstOrDefault(resource => resource.Type == type && (resource.LogicalId == name || resource.PhysicalName == name || resource.Arn == name));

    /// <summary>What <c>Fn::GetAtt</c> answers for a resource.</summary>
    internal string Attribute(StackResource resource, string name) =>
        new ResourceAttributes(Identity).Get(resource.Type, resource.PhysicalName, name, resource.Properties)
        ?? throw new TemplateException($"The local cloud does not know the attribute '{name}' of '{resource.LogicalId}' ({resource.Type}).");

    /// <param name="parameters">Values of the template's parameters; those not given take their default.</param>
    /// <exception cref="TemplateException">A reference leads nowhere, or an intrinsic function is not known.</exception>
    public static Stack Load(JsonObject template, StackIdentity identity, IReadOnlyDictionary<string, string>? parameters = null)
    {
        var stack = new Stack(identity);
        var attributes = new ResourceAttributes(identity);
        var definitions = Section(template, "Resources");
        var names = new Dictionary<string, string>();
        Intrinsics intrinsics = null!;

        string TypeOf(string logicalId) => (string?)definitions[logicalId]?["Type"]
            ?? throw new TemplateException($"The template refers to '{logicalId}', which is neither a resource nor a parameter of it.");

        JsonObject RawProperties(string logicalId) => definitions[logicalId]?["Properties"] as JsonObject ?? [];

        string NameOf(string logicalId) => names.TryGetValue(logicalId, out var known) ? known : names[logicalId] =
            PhysicalNames.Of(identity.StackName, logicalId, TypeOf(logicalId), RawProperties(logicalId), node => intrinsics.Resolve(node));

        JsonNode? Reference(string name) =>
            name == "AWS::NoValue" ? null
            : PseudoParameter(name, identity) is { } pseudo ? pseudo
            : Section(template, "Parameters")[name] is JsonObject parameter ? Parameter(name, parameter, parameters)
            : attributes.Ref(TypeOf(name), NameOf(name));

        JsonNode? Attribute(string logicalId, string attribute)
        {
            var type = TypeOf(logicalId);
            if (type == "AWS::Lambda::Url")
                return UrlAttribute(attribute, (string)intrinsics.Resolve(RawProperties(logicalId)["TargetFunctionArn"])!, identity);
            return attributes.Get(type, NameOf(logicalId), attribute, RawProperties(logicalId))
                ?? throw new TemplateException($"The local cloud does not know the attribute '{attribute}' of '{logicalId}' ({type}).");
        }

        intrinsics = new Intrinsics(Reference, Attribute, Section(template, "Conditions"), Section(template, "Mappings"));
        foreach (var (logicalId, definition) in definitions)
        {
            if ((string?)definition!["Condition"] is { } condition && !intrinsics.Condition(condition))
                continue;
            var type = TypeOf(logicalId);
            var properties = (JsonObject)intrinsics.Resolve(RawProperties(logicalId))!;
            stack.resources[logicalId] = new StackResource(logicalId, type, NameOf(logicalId), attributes.Arn(type, NameOf(logicalId)), properties);
        }
        stack.Outputs = Section(template, "Outputs")
            .Where(output => (string?)output.Value!["Condition"] is not { } condition || intrinsics.Condition(condition))
            .ToDictionary(output => output.Key, output => intrinsics.Resolve(output.Value!["Value"])?.ToString() ?? "");
        return stack;
    }

    private static JsonObject Section(JsonObject template, string name) => template[name] as JsonObject ?? [];

    private static string? PseudoParameter(string name, StackIdentity identity) => name switch
    {
        "AWS::AccountId" => identity.Account,
        "AWS::Region" => identity.Region,
        "AWS::Partition" => "aws",
        "AWS::URLSuffix" => "amazonaws.com",
        "AWS::StackName" => identity.StackName,
        "AWS::StackId" => identity.StackId,
        _ => null,
    };

    private static JsonNode Parameter(string name, JsonObject parameter, IReadOnlyDictionary<string, string>? given)
    {
        var value = given?.GetValueOrDefault(name) ?? parameter["Default"]?.ToString()
            ?? throw new TemplateException($"The template's parameter '{name}' has no default: give it a value.");
        return parameter["Type"]?.ToString() is "CommaDelimitedList"
            ? new JsonArray([.. value.Split(',').Select(item => (JsonNode)item.Trim())])
            : value;
    }

    private static JsonNode UrlAttribute(string attribute, string target, StackIdentity identity)
    {
        var function = target[(target.LastIndexOf(':') + 1)..];
        return attribute switch
        {
            "FunctionUrl" => identity.FunctionUrl(function),
            "FunctionArn" => identity.Arn("lambda", "function:" + function),
            _ => throw new TemplateException($"A function URL has no attribute '{attribute}'."),
        };
    }
}
