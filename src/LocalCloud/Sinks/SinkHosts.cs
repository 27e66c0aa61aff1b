using System.Collections.Concurrent;
using IncidentServerless.LocalCloud.Observations;
using IncidentServerless.LocalCloud.Template;

namespace IncidentServerless.LocalCloud.Sinks;

/// <summary>The vendors' hosts that workflows may call. Any other host is refused.</summary>
public sealed class SinkHosts
{
    private readonly ConcurrentDictionary<string, IVendorSink> sinks = new();
    private readonly ConcurrentDictionary<string, Func<SinkRequest, SinkAnswer?>> faults = new();
    private readonly ObservationLog observations;

    internal SinkHosts(ObservationLog observations)
    {
        this.observations = observations;
        Add(new PagerDutySink());
        Add(new SlackSink());
        Add(new SlackHookSink());
        Add(new StatusPageSink());
    }

    public IReadOnlyList<string> Hosts => [.. sinks.Keys.Order(StringComparer.Ordinal)];

    public void Add(IVendorSink sink) => sinks[sink.Host] = sink;

    /// <summary>Makes a host answer otherwise: a 500, <c>ok: false</c>. Where the function gives null, the vendor answers as ever.</summary>
    /// <param name="host">One of <see cref="Hosts"/>.</param>
    /// <param name="answer">Null ends the fault. An <see cref="HttpRequestException"/> from it is a connection that fails.</param>
    public void Fault(string host, Func<SinkRequest, SinkAnswer?>? answer)
    {
        if (answer is null)
            faults.TryRemove(host, out _);
        else
            faults[host] = answer;
    }

    /// <exception cref="HttpRequestException">The connection fails, since the host is not known or a fault says so.</exception>
    internal SinkAnswer Receive(SinkRequest request)
    {
        if (!sinks.TryGetValue(request.Host, out var sink))
        {
            Note(request, 0, "refused: the host is not known");
            throw new HttpRequestException($"The local cloud calls no host outside; it stands in for {string.Join(", ", Hosts)}, not for {request.Host}.");
        }
        SinkAnswer answer;
        try
        {
            answer = faults.GetValueOrDefault(request.Host)?.Invoke(request) ?? sink.Receive(request);
        }
        catch (HttpRequestException failure)
        {
            Note(request, 0, failure.Message);
            throw;
        }
        Note(request, answer.Status, answer.Body?.Compact() ?? "");
        return answer;
    }

    private void Note(SinkRequest request, int status, string answer) =>
        observations.Add(new HttpCalled(request.Host, request.Method, request.Path, request.Body?.Compact() ?? "", status, answer));
}
