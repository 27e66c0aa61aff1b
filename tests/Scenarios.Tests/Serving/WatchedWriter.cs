using System.Text;

namespace IncidentServerless.Scenarios.Tests.Serving;

/// <summary>Text that somebody waits for.</summary>
internal sealed class WatchedWriter : StringWriter
{
    private readonly Lock gate = new();
    private TaskCompletionSource written = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    public WatchedWriter() => NewLine = "\n";

    public override Encoding Encoding => Encoding.UTF8;

    public override void Write(char value)
    {
        lock (gate)
        {
            base.Write(value);
            Written();
        }
    }

    public override void Write(char[] buffer, int index, int count)
    {
        lock (gate)
        {
            base.Write(buffer, index, count);
            Written();
        }
    }

    public override void Write(string? value)
    {
        lock (gate)
        {
            base.Write(value);
            Written();
        }
    }

    /// <returns>Everything so far, once it holds the text.</returns>
    public async Task<string> UntilAsync(string text, Task serving)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (true)
        {
            Task next;
            lock (gate)
            {
                if (ToString().Contains(text, StringComparison.Ordinal))
                {
                    return ToString();
                }

                next = written.Task;
            }

            if (await Task.WhenAny(next, serving).WaitAsync(patience.Token) == serving)
            {
                await serving;
                Assert.Fail($"Serve ended before it said '{text}': {this}");
            }
        }
    }

    private void Written()
    {
        written.SetResult();
        written = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
