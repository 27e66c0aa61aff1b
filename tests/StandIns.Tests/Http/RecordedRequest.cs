using System.Net;
using System.Text.Json;

namespace IncidentServerless.StandIns.Tests.Http;

/// <summary>A request that a <see cref="LoopbackServer"/> got.</summary>
internal sealed record RecordedRequest(string Method, string Path, WebHeaderCollection Headers, string Body, int ClientPort)
{
    public JsonElement Json => JsonDocument.Parse(Body).RootElement;
}

/// <summary>What a <see cref="LoopbackServer"/> answers.</summary>
internal sealed record Answer(int Status, string Body = "")
{
    public string ContentType { get; init; } = "application/json";

    public Dictionary<string, string> Headers { get; init; } = [];
}
