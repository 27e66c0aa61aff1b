using System.Globalization;
using System.Text.Json;
using IncidentServerless.Domain.Signals.Envelopes;

namespace IncidentServerless.Domain.Evidence;

/// <summary>Reads what a workflow gathered. What is missing, null or of another kind than expected is not there; nothing makes it fail.</summary>
internal static class GatheredJson
{
    /// <returns>Null when the evidence has no such member: it was not gathered.</returns>
    /// <param name="read">Of one entry, which is an object.</param>
    public static Gathered<T>? Gathered<T>(this JsonElement evidence, string kind, Func<JsonElement, T> read)
        where T : class
    {
        if (evidence.Object(kind) is not { } gathered)
        {
            return null;
        }

        return Said(gathered, "unavailable") is { } reason
            ? Evidence.Gathered<T>.Without(reason)
            : Evidence.Gathered<T>.Of([.. gathered.Items("items").Where(item => item.ValueKind == JsonValueKind.Object).Select(read)]);
    }

    /// <summary>A text that is not blank, or a number as it is written.</summary>
    public static string? Said(this JsonElement item, string member)
    {
        try
        {
            return item.Text(member);
        }
        catch (InvalidOperationException)
        {
            // One half of a surrogate pair is JSON, and no text.
            return null;
        }
    }

    public static double? Number(this JsonElement item, string member) => Number(item.Said(member));

    /// <returns>Null when there is no such list.</returns>
    public static IReadOnlyList<double>? Numbers(this JsonElement item, string member) =>
        IsList(item, member) ? [.. item.Items(member).Where(value => value.ValueKind == JsonValueKind.Number).Select(value => Number(value.GetRawText())).OfType<double>()] : null;

    /// <inheritdoc cref="Numbers"/>
    public static IReadOnlyList<string>? Names(this JsonElement item, string member) =>
        IsList(item, member) ? [.. item.Items(member).Where(value => value.ValueKind == JsonValueKind.String).Select(Name).OfType<string>()] : null;

    private static bool IsList(JsonElement item, string member) => item.ValueKind == JsonValueKind.Object && item.TryGetProperty(member, out var value) && value.ValueKind == JsonValueKind.Array;

    private static double? Number(string? text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number : null;

    private static string? Name(JsonElement value)
    {
        try
        {
            return value.GetString();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }
}
