using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using System.Text;

namespace IncidentServerless.Cli.Commands;

/// <summary>A command's help: what it is for, how it is called, and examples to copy.</summary>
/// <param name="Examples">A command line and what it does.</param>
/// <param name="Notes">What one should know besides; may be empty.</param>
internal sealed record CommandHelp(IReadOnlyList<(string CommandLine, string Does)> Examples, string Notes = "")
{
    private const int Width = 100;

    /// <summary>Makes the command answer <c>--help</c>, <c>-h</c> and <c>-?</c> with this help.</summary>
    public void AddTo(Command command)
    {
        if (command.Options.OfType<HelpOption>().FirstOrDefault() is not { } option)
        {
            option = new HelpOption();
            command.Add(option);
        }

        option.Description = "Show this help.";
        option.Action = new Show(this, command);
    }

    /// <summary>The whole name: <c>incident play</c>.</summary>
    public static string NameOf(Command command) =>
        command is RootCommand ? "incident" : $"{NameOf(command.Parents.OfType<Command>().First())} {command.Name}";

    public string Of(Command command)
    {
        var text = new StringBuilder();
        text.Append(Wrap(command.Description ?? "", "")).Append("\n\n");
        text.Append("Usage:\n  ").Append(Usage(command)).Append('\n');
        Section(text, "Commands", command.Subcommands.Select(each => ($"{each.Name}{Arguments(each)}", each.Description ?? "")));
        Section(text, "Arguments", command.Arguments.Select(each => (each.HelpName ?? each.Name, each.Description ?? "")));
        Section(text, "Options", command.Options.Where(option => !option.Hidden).Select(each => (NamesOf(each), each.Description ?? "")));
        Section(text, "Examples", Examples, separately: true);
        if (Notes.Length > 0)
        {
            text.Append('\n').Append(string.Join("\n\n", Notes.Split('\n').Select(paragraph => Wrap(paragraph, "")))).Append('\n');
        }

        return text.ToString();
    }

    private static string Usage(Command command) =>
        $"{NameOf(command)}{(command.Subcommands.Count > 0 ? " [<command>]" : "")}{Arguments(command)}{(command.Options.Any(option => option is not HelpOption) ? " [options]" : "")}";

    private static string Arguments(Command command) => string.Concat(command.Arguments.Select(argument =>
        (argument.Arity.MinimumNumberOfValues, argument.Arity.MaximumNumberOfValues) switch
        {
            (0, > 1) => $" [<{argument.Name}>...]",
            (0, _) => $" [<{argument.Name}>]",
            (_, > 1) => $" <{argument.Name}>...",
            _ => $" <{argument.Name}>",
        }));

    private static string NamesOf(Option option)
    {
        var names = option is HelpOption ? "-h, --help" : string.Join(", ", option.Aliases.Append(option.Name));
        return option.ValueType == typeof(bool) || option is HelpOption or VersionOption ? names : $"{names} <{option.HelpName ?? option.Name.TrimStart('-')}>";
    }

    private static void Section(StringBuilder text, string heading, IEnumerable<(string Left, string Right)> rows, bool separately = false)
    {
        var all = rows.ToList();
        if (all.Count == 0)
        {
            return;
        }

        text.Append('\n').Append(heading).Append(":\n");
        var column = all.Max(row => row.Left.Length) + 4;
        foreach (var (left, right) in all)
        {
            text.Append(separately
                ? $"  {left}\n{Indent(Wrap(right, "      "), 6)}\n"
                : $"  {left.PadRight(column - 2)}{Wrap(right, new string(' ', column))}\n");
        }
    }

    private static string Indent(string text, int by) => new string(' ', by) + text;

    private static string Wrap(string text, string indent)
    {
        var lines = new List<StringBuilder> { new() };
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (lines[^1].Length > 0 && indent.Length + lines[^1].Length + 1 + word.Length > Width)
            {
                lines.Add(new StringBuilder());
            }

            lines[^1].Append(lines[^1].Length > 0 ? " " : "").Append(word);
        }

        return string.Join($"\n{indent}", lines);
    }

    private sealed class Show(CommandHelp help, Command command) : SynchronousCommandLineAction
    {
        public override bool ClearsParseErrors => true;

        public override int Invoke(ParseResult parseResult)
        {
            parseResult.InvocationConfiguration.Output.Write(help.Of(command));
            return ExitCodes.Success;
        }
    }
}
