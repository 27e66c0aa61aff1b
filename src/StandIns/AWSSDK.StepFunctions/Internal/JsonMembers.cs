using System.Text.Json;

namespace Amazon.StepFunctions.Internal;

/// <summary>Members that may be absent, and are then null.</summary>
internal static class JsonMembers
{
    public static void WriteIfSet(this Utf8JsonWriter writer, string name, string? value)
    {
        if (value is not null)
        {
            writer.WriteString(name, value);
        }
    }

    public static void WriteIfSet(this Utf8JsonWriter writer, string name, int? value)
    {
        if (value is { } number)
        {
            writer.WriteNumber(name, number);
        }
    }

    public static string? Text(this JsonElement element, string name) => Member(element, name)?.GetString();

    public static int? Integer(this JsonElement element, string name) => Member(element, name)?.GetInt32();

    /// <summary>A date in seconds since 1970, perhaps with a fraction.</summary>
    public static DateTime? Date(this JsonElement element, string name) =>
        Member(element, name) is { } seconds ? DateTime.UnixEpoch.AddSeconds(seconds.GetDouble()) : null;

    public static JsonElement? Member(this JsonElement element, string name) =>
        element.TryGetProperty(name, out var member) && member.ValueKind != JsonValueKind.Null ? member : null;
}
