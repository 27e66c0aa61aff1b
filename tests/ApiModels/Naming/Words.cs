using System.Text.RegularExpressions;

namespace IncidentServerless.ApiModels.Naming;

/// <summary>Names as the code generator of the AWS SDK for Java 2 makes them, which Step Functions shows.</summary>
internal static partial class Words
{
    /// <summary>One capital for each word: <c>DynamoDB</c> is <c>DynamoDb</c>, <c>Cost Explorer</c> is <c>CostExplorer</c>.</summary>
    public static string Pascal(string name) =>
        string.Concat(Split(name).Select(word => char.ToUpperInvariant(word[0]) + word[1..].ToLowerInvariant()));

    /// <summary>The first word in lower case, the rest as it is: <c>DBInstanceArn</c> is <c>dbInstanceArn</c>, <c>ETag</c> is <c>eTag</c>.</summary>
    public static string Camel(string name)
    {
        var end = 1;
        while (end < name.Length && char.IsUpper(name[end]) && !(end < name.Length - 1 && char.IsLower(name[end + 1])))
        {
            end++;
        }

        return name[..end].ToLowerInvariant() + name[end..];
    }

    public static string Capital(string name) => char.ToUpperInvariant(name[0]) + name[1..];

    private static string[] Split(string name)
    {
        var spaced = NoLetterOrDigit().Replace(name, " ");
        spaced = Version().Replace(spaced, "$1 v$2 ");
        spaced = NewWord().Replace(spaced, " ");
        spaced = EndOfAcronym().Replace(spaced, "$1 $2");
        spaced = LetterBehindDigit().Replace(spaced, "$1 $2");
        return spaced.Split(' ', StringSplitOptions.RemoveEmptyEntries);
    }

    [GeneratedRegex("[^A-Za-z0-9]+")]
    private static partial Regex NoLetterOrDigit();

    [GeneratedRegex("([^a-z]{2,})v([0-9]+)")]
    private static partial Regex Version();

    [GeneratedRegex("(?<=[a-z])(?=[A-Z][a-zA-Z0-9])")]
    private static partial Regex NewWord();

    [GeneratedRegex("([A-Z]+)([A-Z][a-z])")]
    private static partial Regex EndOfAcronym();

    [GeneratedRegex("([0-9])([a-zA-Z])")]
    private static partial Regex LetterBehindDigit();
}
