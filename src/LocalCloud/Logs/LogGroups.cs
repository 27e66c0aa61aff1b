using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.Json.Nodes;
using IncidentServerless.LocalCloud.Clock;
using IncidentServerless.LocalCloud.Lambda;
using IncidentServerless.LocalCloud.Observations;
using IncidentServerless.LocalCloud.Template;

namespace IncidentServerless.LocalCloud.Logs;

/// <summary>Applications' logs, as far as somebody subscribes to them: lines are passed on, and not kept.</summary>
public sealed class LogGroups
{
    private const int MostSubscriptions = 2;

    private readonly List<SubscriptionFilter> filters = [];
    private readonly StackIdentity identity;
    private readonly LambdaService lambda;
    private readonly ICloudClock clock;
    private readonly ObservationLog observations;
    private int written;

    internal LogGroups(StackIdentity identity, LambdaService lambda, ICloudClock clock, ObservationLog observations)
    {
        this.identity = identity;
        this.lambda = lambda;
        this.clock = clock;
        this.observations = observations;
    }

    /// <summary>An application writes lines now; the functions that subscribe to them are called as soon as time goes on.</summary>
    public void Write(string group, string stream, IReadOnlyList<string> lines)
    {
        var events = lines.Select(line => new JsonObject
        {
            ["id"] = string.Create(CultureInfo.InvariantCulture, $"{clock.UtcNow.ToUnixTimeMilliseconds():D20}{Interlocked.Increment(ref written):D36}"),
            ["timestamp"] = clock.UtcNow.ToUnixTimeMilliseconds(),
            ["message"] = line,
        }).ToList();
        var passed = 0;
        foreach (var filter in filters.Where(filter => filter.Group == group))
        {
            var taken = events.Where(each => filter.Pattern.Takes((string)each["message"]!)).ToList();
            passed += taken.Count;
            if (taken.Count > 0)
                lambda.InvokeLater(filter.FunctionArn, Packed(filter, stream, taken));
        }
        observations.Add(new LinesWritten(group, lines.Count, passed));
    }

    /// <exception cref="TemplateException">The log group has two subscriptions already.</exception>
    internal void Add(SubscriptionFilter filter)
    {
        if (filters.Count(other => other.Group == filter.Group) == MostSubscriptions)
            throw new TemplateException($"The log group {filter.Group} has more than {MostSubscriptions} subscriptions, which CloudWatch Logs refuses.");
        filters.Add(filter);
    }

    private string Packed(SubscriptionFilter filter, string stream, IEnumerable<JsonObject> events)
    {
        var payload = new JsonObject
        {
            ["messageType"] = "DATA_MESSAGE",
            ["owner"] = identity.Account,
            ["logGroup"] = filter.Group,
            ["logStream"] = stream,
            ["subscriptionFilters"] = new JsonArray(filter.Name),
            ["logEvents"] = new JsonArray([.. events.Select(each => each.DeepClone())]),
        };
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest))
            gzip.Write(Encoding.UTF8.GetBytes(payload.ToJsonString()));
        return new JsonObject { ["awslogs"] = new JsonObject { ["data"] = Convert.ToBase64String(packed.ToArray()) } }.ToJsonString();
    }
}
