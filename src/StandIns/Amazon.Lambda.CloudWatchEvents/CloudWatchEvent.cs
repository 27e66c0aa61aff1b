using System.Text.Json.Serialization;

namespace Amazon.Lambda.CloudWatchEvents;

/// <summary>An Amazon EventBridge event.</summary>
/// <typeparam name="T">The shape of its detail.</typeparam>
public class CloudWatchEvent<T>
{
    public string Version { get; set; } = null!;

    public string Account { get; set; } = null!;

    public string Region { get; set; } = null!;

    public T Detail { get; set; } = default!;

    [JsonPropertyName("detail-type")]
    public string DetailType { get; set; } = null!;

    public string Source { get; set; } = null!;

    /// <summary>When it happened, in UTC, as its source says.</summary>
    public DateTime Time { get; set; }

    public string Id { get; set; } = null!;

    public List<string> Resources { get; set; } = null!;
}
