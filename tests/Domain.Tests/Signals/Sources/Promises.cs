using IncidentServerless.Domain.Signals;

namespace IncidentServerless.Domain.Tests.Signals.Sources;

/// <summary>What every classification promises, whatever came in.</summary>
internal static class Promises
{
    public static void Hold(Classification given)
    {
        Assert.InRange(given.Title.Length, 1, 200);
        Assert.DoesNotContain(given.Title, char.IsControl);
        Assert.InRange(given.EventId.Length, 1, 200);
        if (given is Classification.Signalled { Signal: var signal })
        {
            Assert.True(DedupKey.TryParse(signal.DedupKey, out _), signal.DedupKey);
            Assert.True(signal.Reason is null or { Length: > 0 and <= 1_000 });
            Assert.True(signal.Resources.Length <= 10);
        }
        else
        {
            Assert.False(string.IsNullOrWhiteSpace(given.Reason));
            Assert.InRange(given.Reason.Length, 1, 700);
        }
    }
}
