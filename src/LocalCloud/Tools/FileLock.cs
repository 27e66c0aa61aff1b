namespace IncidentServerless.LocalCloud.Tools;

/// <summary>Keeps other runs of <c>incident</c> out while one prepares something that they share.</summary>
public static class FileLock
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    /// <summary>Waits until no other process holds the lock, then holds it until the result is disposed.</summary>
    /// <param name="path">A file of its own; it is made when it is not there, and stays.</param>
    /// <param name="patience">How long to wait for the others.</param>
    /// <exception cref="ToolException">The others took too long.</exception>
    public static async Task<IDisposable> TakeAsync(string path, TimeSpan patience, CancellationToken cancellation)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var until = TimeProvider.System.GetTimestamp() + (long)(patience.TotalSeconds * TimeProvider.System.TimestampFrequency);
        while (true)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (TimeProvider.System.GetTimestamp() < until)
            {
                await Task.Delay(Pause, cancellation);
            }
            catch (IOException)
            {
                throw new ToolException($"Another run of incident has held {path} for {patience.TotalMinutes:0} minutes; end it, then try again.");
            }
        }
    }
}
