using Microsoft.Win32.SafeHandles;

namespace Amazon.Lambda;

/// <summary>The process's streams without Console, which would bring a terminal's handling along: no function has a terminal.</summary>
internal static class StandardStreams
{
    /// <summary>Unbuffered; closing it leaves the descriptor open.</summary>
    public static Stream Output { get; } = new FileStream(new SafeFileHandle(1, ownsHandle: false), FileAccess.Write, bufferSize: 0);
}
