using System.Text.Json;
using System.Text.Json.Serialization;

namespace Amazon.Lambda.Serialization.SystemTextJson.Converters;

/// <summary>Reads a date as AWS services write it: an ISO 8601 text, or seconds or milliseconds since 1970.</summary>
public class DateTimeConverter : JsonConverter<DateTime>
{
    // The official bound (the end of the year 6968): a larger number counts milliseconds.
    private const long LatestSecond = 157753180800;

    public override DateTime Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.String)
        {
            return reader.GetDateTime();
        }

        if (reader.TokenType != JsonTokenType.Number)
        {
            throw new JsonException($"A date must be a text or a number, not {reader.TokenType}.");
        }

        var value = reader.GetDouble();
        return value > LatestSecond ? DateTime.UnixEpoch.AddMilliseconds(value) : DateTime.UnixEpoch.AddSeconds(value);
    }

    public override void Write(Utf8JsonWriter writer, DateTime value, JsonSerializerOptions options) => writer.WriteStringValue(value);
}
