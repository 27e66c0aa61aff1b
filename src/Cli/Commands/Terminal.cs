using Spectre.Console;

namespace IncidentServerless.Cli.Commands;

/// <summary>Where output goes: a window, or a file or a pipe, which get plain text.</summary>
internal static class Terminal
{
    /// <summary>Nobody's window tells a width then; this one fits most of them.</summary>
    private const int WidthOfFiles = 110;

    public static IAnsiConsole On(TextWriter output)
    {
        var isWindow = output == Console.Out && !Console.IsOutputRedirected;
        var terminal = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(output),
            Ansi = isWindow ? AnsiSupport.Detect : AnsiSupport.No,
            ColorSystem = isWindow ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
        });
        if (!isWindow)
        {
            terminal.Profile.Width = WidthOfFiles;
        }

        return terminal;
    }
}
