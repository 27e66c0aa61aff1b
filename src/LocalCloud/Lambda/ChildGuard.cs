using System.Diagnostics;

namespace IncidentServerless.LocalCloud.Lambda;

/// <summary>
/// Ends child processes when this program ends, however it ends: a shell holds the other end of a pipe, hears of each child,
/// and kills those that are left when the pipe closes. Where there is no shell (Windows) children end only with an orderly end.
/// </summary>
internal sealed class ChildGuard : IDisposable
{
    private const string Script = """
        trap '' INT TERM HUP
        children=" "
        while read -r deed pid; do
          case $deed in
            start) children="$children$pid " ;;
            end) children="${children%% $pid *} ${children#* $pid }" ;;
          esac
        done
        for pid in $children; do kill -9 "$pid" 2>/dev/null; done
        """;

    private readonly Lock gate = new();
    private readonly Process? shell = Start();

    public void Started(int pid) => Tell($"start {pid}");

    public void Ended(int pid) => Tell($"end {pid}");

    public void Dispose()
    {
        lock (gate)
        {
            if (shell is null)
                return;
            shell.StandardInput.Close();
            shell.WaitForExit();
            shell.Dispose();
        }
    }

    private void Tell(string line)
    {
        lock (gate)
        {
            if (shell is not { HasExited: false })
                return;
            shell.StandardInput.WriteLine(line);
            shell.StandardInput.Flush();
        }
    }

    private static Process? Start()
    {
        if (OperatingSystem.IsWindows())
            return null;
        var start = new ProcessStartInfo("/bin/sh") { RedirectStandardInput = true, UseShellExecute = false };
        start.ArgumentList.Add("-c");
        start.ArgumentList.Add(Script);
        return Process.Start(start);
    }
}
