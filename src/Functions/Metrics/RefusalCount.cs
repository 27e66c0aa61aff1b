using System.Text;
using Microsoft.Win32.SafeHandles;

namespace IncidentServerless.Functions.Metrics;

/// <summary>Counts requests without a genuine signature, by who they claim to be from: metric <c>RefusedRequests</c>, written as <see cref="MetricLog"/> writes.</summary>
public sealed class RefusalCount : IDisposable
{
    private readonly Stream output = new FileStream(new SafeFileHandle(1, ownsHandle: false), FileAccess.Write, bufferSize: 0);

    /// <param name="sender">One of a few fixed words, <c>slack</c>: nothing that came with the request.</param>
    public void Count(string sender)
    {
#pragma warning disable RS0030 // A log line's own time, which CloudWatch files it under.
        var at = DateTimeOffset.UtcNow.ToUnixTimeMilliseconds();
#pragma warning restore RS0030
        output.Write(Line(sender, at));
    }

    public void Dispose() => output.Dispose();

    internal static byte[] Line(string sender, long at) => Encoding.UTF8.GetBytes(string.Create(
        System.Globalization.CultureInfo.InvariantCulture,
        $$"""{"_aws":{"Timestamp":{{at}},"CloudWatchMetrics":[{"Namespace":"{{MetricLog.Namespace}}","Dimensions":[["Sender"],[]],"Metrics":[{"Name":"RefusedRequests","Unit":"Count"}]}]},"Sender":"{{sender}}","RefusedRequests":1}{{"\n"}}"""));
}
