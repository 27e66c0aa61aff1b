using System.Text.Json.Nodes;

namespace IncidentServerless.LocalCloud.StepFunctions.Api;

/// <summary>Moments as the JSON protocol has them: seconds since 1970, with milliseconds behind the point.</summary>
internal static class ApiTime
{
    public static JsonNode Node(DateTimeOffset moment) => JsonValue.Create(moment.ToUnixTimeMilliseconds() / 1000.0);

    public static DateTimeOffset Parse(JsonNode seconds) => DateTimeOffset.FromUnixTimeMilliseconds((long)Math.Round(seconds.GetValue<double>() * 1000));
}
