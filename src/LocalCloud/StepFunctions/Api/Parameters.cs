using System.Text.Json;
using System.Text.Json.Nodes;
using IncidentServerless.LocalCloud.Endpoint;

namespace IncidentServerless.LocalCloud.StepFunctions.Api;

/// <summary>Reads the members of a request.</summary>
internal static class Parameters
{
    /// <exception cref="AwsError"><c>ValidationException</c> when it is missing.</exception>
    public static string Required(this JsonObject input, string member) => input.Optional(member) ?? throw new AwsError(
        "ValidationException",
        $"1 validation error detected: Value null at '{member}' failed to satisfy constraint: Member must not be null");

    /// <exception cref="AwsError"><c>SerializationException</c> for what is no text.</exception>
    public static string? Optional(this JsonObject input, string member) => input[member] switch
    {
        null => null,
        JsonValue value when value.GetValueKind() == JsonValueKind.String => value.GetValue<string>(),
        var other => throw new AwsError("SerializationException", $"The member '{member}' must be a string but was {other.GetValueKind()}"),
    };

    public static bool Flag(this JsonObject input, string member, bool otherwise) => input[member] switch
    {
        { } value when value.GetValueKind() == JsonValueKind.True => true,
        { } value when value.GetValueKind() == JsonValueKind.False => false,
        _ => otherwise,
    };

    /// <summary>A page of <paramref name="all"/> by maxResults (default 100, at most 1000) and nextToken.</summary>
    /// <exception cref="AwsError"><c>InvalidToken</c> for a nextToken that this API did not give.</exception>
    public static (IEnumerable<T> Page, string? NextToken) Page<T>(this JsonObject input, IReadOnlyList<T> all)
    {
        var size = input["maxResults"] is { } most && most.GetValueKind() == JsonValueKind.Number ? Json.From(most).GetInt32() : 0;
        size = size is > 0 and <= 1000 ? size : 100;
        var start = 0;
        if (input.Optional("nextToken") is { } token && !int.TryParse(token, out start))
        {
            throw new AwsError("InvalidToken", "Invalid Token: 'Invalid token'");
        }

        var end = start + size;
        return (all.Skip(start).Take(size), end < all.Count ? end.ToString(System.Globalization.CultureInfo.InvariantCulture) : null);
    }
}
