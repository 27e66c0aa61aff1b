using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using IncidentServerless.LocalCloud.Template;

namespace IncidentServerless.LocalCloud.Queues;

/// <summary>A typed attribute of an SQS or SNS message.</summary>
/// <param name="DataType"><c>String</c>, <c>Number</c>, <c>Binary</c> or <c>String.Array</c>, perhaps with a custom label.</param>
/// <param name="StringValue">Null for <c>Binary</c>.</param>
/// <param name="BinaryValue">Base64; null unless <c>Binary</c>.</param>
public sealed record MessageAttribute(string DataType, string? StringValue, string? BinaryValue = null)
{
    internal static IReadOnlyDictionary<string, MessageAttribute> Read(JsonObject attributes) => attributes.ToDictionary(
        attribute => attribute.Key,
        attribute => new MessageAttribute(attribute.Value.Text("DataType") ?? "String", attribute.Value.Text("StringValue"), attribute.Value.Text("BinaryValue")));

    internal JsonObject Json()
    {
        var json = new JsonObject { ["DataType"] = DataType };
        if (StringValue is not null)
            json["StringValue"] = StringValue;
        if (BinaryValue is not null)
            json["BinaryValue"] = BinaryValue;
        return json;
    }

    /// <summary>The digest that SDKs check ("Calculating the MD5 message digest for message attributes", SQS developer guide); null without attributes.</summary>
    internal static string? Md5(IReadOnlyDictionary<string, MessageAttribute> attributes)
    {
        if (attributes.Count == 0)
            return null;
        using var buffer = new MemoryStream();
        foreach (var (name, attribute) in attributes.OrderBy(attribute => attribute.Key, StringComparer.Ordinal))
        {
            Append(buffer, Encoding.UTF8.GetBytes(name));
            Append(buffer, Encoding.UTF8.GetBytes(attribute.DataType));
            buffer.WriteByte(attribute.BinaryValue is null ? (byte)1 : (byte)2);
            Append(buffer, attribute.BinaryValue is { } binary ? Convert.FromBase64String(binary) : Encoding.UTF8.GetBytes(attribute.StringValue ?? ""));
        }
        return Convert.ToHexStringLower(MD5.HashData(buffer.ToArray()));
    }

    private static void Append(MemoryStream buffer, byte[] bytes)
    {
        Span<byte> length = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(length, bytes.Length);
        buffer.Write(length);
        buffer.Write(bytes);
    }
}
