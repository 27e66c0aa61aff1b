using IncidentServerless.Domain.Messages.Text;
using IncidentServerless.Domain.Signals;
using Snapshooter.Xunit;

namespace IncidentServerless.Domain.Tests.Signals.Sources.Logs;

public class LogSampleTests
{
    // Each sample gives several classifications, so the table that other sources share is written here anew.
    private static readonly SampleFolder Folder = new("Logs", (body, _, _, _) => Payloads.Classify(body)[0]);

    [Fact]
    public void Classify_EverySample_IsAsInTheTable() =>
        Snapshot.Match(string.Join("\n\n", Folder.Names.Select(name => $"{name}\n{string.Join('\n', Payloads.Classify(Folder.Read(name)).Select(Row))}")));

    private static string Row(Classification given) => given is Classification.Signalled { Signal: var signal }
        ? $"{Words.Of(signal.Severity)} {signal.Type}, route {signal.Route}{(signal.Tenants.IsEmpty ? "" : $", tenants {string.Join(", ", signal.Tenants)}")}\n  {signal.DedupKey}\n  {signal.Title}\n  {signal.Reason!.Replace("\n", "\n  ")}"
        : $"{given.Disposition}: {given.Title}. {given.Reason}";
}
