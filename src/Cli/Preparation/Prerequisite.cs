using System.Globalization;
using System.Text.RegularExpressions;
using IncidentServerless.LocalCloud.Tools;

namespace IncidentServerless.Cli.Preparation;

/// <summary>A program that must be on the machine.</summary>
/// <param name="Name">As people call it.</param>
/// <param name="Program">As it is called on the PATH.</param>
/// <param name="VersionArgument">Makes it print its version.</param>
/// <param name="Minimum">The oldest major version that will do.</param>
/// <param name="Reason">What needs it.</param>
internal sealed partial record Prerequisite(string Name, string Program, string VersionArgument, int Minimum, string Reason)
{
    public static Prerequisite Node { get; } = new("Node.js", "node", "--version", 20, "CDK synthesises with it");

    public static Prerequisite Java { get; } = new("Java", "java", "-version", 17, "DynamoDB Local runs on it");

    /// <summary>What is wrong, in a sentence; null when all is well.</summary>
    /// <param name="answer">What the program said when it was asked for its version; null when there is no such program.</param>
    public string? Fault(ToolAnswer? answer)
    {
        var needed = $"{Name} {Minimum} or newer is needed ({Reason})";
        if (answer is null)
        {
            return $"{needed}, but there is no '{Program}' on the PATH.";
        }

        if (answer.ExitCode != 0 || MajorVersion(answer.Text) is not { } found)
        {
            return $"{needed}, but '{Program} {VersionArgument}' does not tell its version: {FirstLine(answer.Text).TrimEnd('.')}.";
        }

        return found.Major < Minimum ? $"{needed}, but '{Program} {VersionArgument}' says it is {found.Text}." : null;
    }

    /// <summary><c>v20.11.1</c> is 20, <c>openjdk version "17.0.2"</c> is 17, Java's old <c>"1.8.0_392"</c> is 8.</summary>
    internal static (int Major, string Text)? MajorVersion(string text)
    {
        if (Version().Match(text) is not { Success: true } version)
        {
            return null;
        }

        var major = version.Groups["major"].Value == "1" && version.Groups["minor"].Success ? version.Groups["minor"].Value : version.Groups["major"].Value;
        return (int.Parse(major, CultureInfo.InvariantCulture), version.Groups["whole"].Value);
    }

    private static string FirstLine(string text) => text.Split('\n')[0].Trim() is { Length: > 0 } line ? line : "it says nothing";

    // The first number that stands alone, after v, or in quotation marks; JAVA_TOOL_OPTIONS may print a line before it.
    [GeneratedRegex("""(?:^v|\bversion "|^)(?<whole>(?<major>[0-9]{1,4})(?:\.(?<minor>[0-9]{1,4}))?[0-9A-Za-z._+-]*)""", RegexOptions.Multiline)]
    private static partial Regex Version();
}
