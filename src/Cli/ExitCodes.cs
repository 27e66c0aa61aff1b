namespace IncidentServerless.Cli;

/// <summary>How <c>incident</c> ends.</summary>
public static class ExitCodes
{
    public const int Success = 0;

    /// <summary>A scenario's expectation did not hold.</summary>
    public const int Failed = 1;

    /// <summary>The command line, a file or this machine is not as needed; a sentence on standard error says what.</summary>
    public const int Refused = 2;

    /// <summary>Ctrl-C, as shells count it.</summary>
    public const int Interrupted = 130;
}
