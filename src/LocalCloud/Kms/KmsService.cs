using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using IncidentServerless.LocalCloud.Endpoint;
using IncidentServerless.LocalCloud.Template;

namespace IncidentServerless.LocalCloud.Kms;

/// <summary>KMS's HMAC keys. A key's secret derives from its id, so that a link made in one world holds in the next of the same template.</summary>
public sealed class KmsService : IAwsService
{
    private const int MaximumMessageBytes = 4096;
    private readonly StackIdentity identity;
    private readonly ConcurrentDictionary<string, string> specs = new();
    private readonly ConcurrentDictionary<string, string> aliases = new();

    internal KmsService(StackIdentity identity) => this.identity = identity;

    public string Name => "kms";

    public Task<JsonObject> CallAsync(ServiceCall call, CancellationToken cancellation)
    {
        var input = call.Input;
        switch (call.Operation)
        {
            case "GenerateMac":
                return Task.FromResult(Answer(input, "Mac", Convert.ToBase64String(Mac(input))));
            case "VerifyMac":
                if (!CryptographicOperations.FixedTimeEquals(Mac(input), Bytes(input, "Mac")))
                    throw new AwsError("KMSInvalidMacException", "");
                return Task.FromResult(Answer(input, "MacValid", true));
            case "ListKeys":
                return Task.FromResult(new JsonObject
                {
                    ["Keys"] = new JsonArray([.. specs.Keys.Order(StringComparer.Ordinal).Select(id => (JsonNode)new JsonObject { ["KeyId"] = id, ["KeyArn"] = identity.Arn("kms", "key/" + id) })]),
                    ["Truncated"] = false,
                });
            default:
                throw AwsError.NotEmulated(call);
        }
    }

    /// <summary>The ARN of the key that an id, an alias or an ARN of either names; null when there is none.</summary>
    public string? FindKeyArn(string keyIdOrAlias)
    {
        var name = keyIdOrAlias.StartsWith("arn:", StringComparison.Ordinal) ? keyIdOrAlias.Split(':', 6)[^1] : keyIdOrAlias;
        var id = name.StartsWith("alias/", StringComparison.Ordinal) ? aliases.GetValueOrDefault(name) : name.StartsWith("key/", StringComparison.Ordinal) ? name[4..] : name;
        return id is not null && specs.ContainsKey(id) ? identity.Arn("kms", "key/" + id) : null;
    }

    internal void AddKey(string id, string spec) => specs[id] = spec;

    internal void AddAlias(string alias, string keyIdOrArn) => aliases[alias] = keyIdOrArn[(keyIdOrArn.LastIndexOf('/') + 1)..];

    private JsonObject Answer(JsonObject input, string member, JsonNode value) => new()
    {
        ["KeyId"] = KeyArn(input),
        ["MacAlgorithm"] = input.Text("MacAlgorithm"),
        [member] = value,
    };

    private byte[] Mac(JsonObject input)
    {
        var keyArn = KeyArn(input);
        var spec = specs[keyArn[(keyArn.LastIndexOf('/') + 1)..]];
        if (spec != "HMAC_256")
            throw new AwsError("InvalidKeyUsageException", $"{keyArn} key usage is not GENERATE_VERIFY_MAC with HMAC_256.");
        if (input.Text("MacAlgorithm") is var algorithm && algorithm != "HMAC_SHA_256")
            throw new AwsError("InvalidKeyUsageException", $"Algorithm {algorithm} is incompatible with key spec {spec}.");
        var message = Bytes(input, "Message");
        if (message.Length is 0 or > MaximumMessageBytes)
            throw new AwsError("ValidationException", $"1 validation error detected: Value at 'message' failed to satisfy constraint: Member must have length between 1 and {MaximumMessageBytes}");
        return HMACSHA256.HashData(SHA256.HashData(Encoding.UTF8.GetBytes(keyArn)), message);
    }

    private string KeyArn(JsonObject input)
    {
        var name = input.Text("KeyId") ?? throw new AwsError("ValidationException", "1 validation error detected: Value null at 'keyId' failed to satisfy constraint: Member must not be null");
        return FindKeyArn(name) ?? throw new AwsError("NotFoundException", name.Contains("alias/", StringComparison.Ordinal)
            ? $"Alias {(name.StartsWith("arn:", StringComparison.Ordinal) ? name : identity.Arn("kms", name))} is not found."
            : $"Key '{(name.StartsWith("arn:", StringComparison.Ordinal) ? name : identity.Arn("kms", "key/" + name))}' does not exist");
    }

    private static byte[] Bytes(JsonObject input, string member)
    {
        try
        {
            return Convert.FromBase64String(input.Text(member) ?? "");
        }
        catch (FormatException)
        {
            throw new AwsError("SerializationException", $"The member {member} is not base64.");
        }
    }
}
