using System.CommandLine;
using System.CommandLine.Parsing;

namespace IncidentServerless.Cli.Commands;

/// <summary>What is wrong with a command line, in one sentence.</summary>
internal static class UsageFault
{
    public static string InWords(ParseResult parsed, ParseError error)
    {
        var command = parsed.CommandResult.Command;
        var name = CommandHelp.NameOf(command);
        var fault = parsed.UnmatchedTokens is [var unknown, ..] ? Unknown(command, unknown) : error.Message.TrimEnd('.');
        return $"{fault}; `{name} --help` shows what there is.";
    }

    /// <summary>A list of arguments would take what looks like an option for one of them.</summary>
    public static void RefuseUnknownOptions(ArgumentResult result)
    {
        if (result.Tokens.FirstOrDefault(token => token.Value.StartsWith('-')) is { } unknown)
        {
            result.AddError($"There is no option {unknown.Value}.");
        }
    }

    private static string Unknown(Command command, string token) =>
        token.StartsWith('-') ? $"'{CommandHelp.NameOf(command)}' has no option {token}"
        : command.Subcommands.Count > 0 ? $"There is no command '{token}'"
        : $"'{CommandHelp.NameOf(command)}' takes no argument '{token}'";
}
