using System.Collections.Concurrent;
using IncidentServerless.LocalCloud.Template;

namespace IncidentServerless.LocalCloud.Endpoint;

/// <summary>Makes the ids that AWS would draw at random. They are counted instead, so that a world that is played again has the same ids.</summary>
internal sealed class CloudIds
{
    private readonly ConcurrentDictionary<string, int> counts = new();

    /// <param name="kind">What the id is for; each kind has its own count.</param>
    public string Next(string kind) => StableId.Guid($"{kind}:{counts.AddOrUpdate(kind, 1, (_, count) => count + 1)}");
}
