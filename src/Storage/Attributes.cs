using System.Globalization;
using Amazon.DynamoDBv2.Model;

namespace IncidentServerless.Storage;

/// <summary>Attribute values, written and read.</summary>
internal static class Attributes
{
    public static AttributeValue Text(string value) => new() { S = value };

    public static AttributeValue Number(long value) => new() { N = value.ToString(CultureInfo.InvariantCulture) };

    /// <summary>Sorts as text in the order of time.</summary>
    public static AttributeValue Time(DateTimeOffset value) => Text(value.UtcDateTime.ToString("O", CultureInfo.InvariantCulture));

    public static AttributeValue Expiry(DateTimeOffset at) => Number(at.ToUnixTimeSeconds());

    public static string Text(this Dictionary<string, AttributeValue> item, string name) =>
        item.TryGetValue(name, out var value) && value.S is { } text ? text : throw Missing(item, name);

    public static string? TextOrNull(this Dictionary<string, AttributeValue> item, string name) => item.TryGetValue(name, out var value) ? value.S : null;

    public static long Number(this Dictionary<string, AttributeValue> item, string name) =>
        item.TryGetValue(name, out var value) && value.N is { } number ? long.Parse(number, CultureInfo.InvariantCulture) : throw Missing(item, name);

    public static DateTimeOffset Time(this Dictionary<string, AttributeValue> item, string name) =>
        DateTimeOffset.Parse(item.Text(name), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);

    public static Dictionary<string, AttributeValue> Key(string partition, string sort) => new()
    {
        [TableKeys.Partition] = Text(partition),
        [TableKeys.Sort] = Text(sort),
    };

    private static FormatException Missing(Dictionary<string, AttributeValue> item, string name) =>
        new($"Item {item.TextOrNull(TableKeys.Partition)} / {item.TextOrNull(TableKeys.Sort)} has no readable attribute '{name}'.");
}
