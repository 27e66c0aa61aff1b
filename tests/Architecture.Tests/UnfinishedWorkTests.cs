using System.Text.RegularExpressions;

namespace IncidentServerless.Architecture.Tests;

public partial class UnfinishedWorkTests
{
    [Theory]
    [InlineData("src")]
    [InlineData("cdk")]
    public void Code_ThatDeploysOrRuns_LeavesNothingUnfinished(string folder) =>
        Assert.Empty(
            from file in Repository.Files(folder, "*")
            from line in File.ReadLines(file).Index()
            where Unfinished().IsMatch(line.Item)
            select $"{Repository.Relative(file)}:{line.Index + 1} is unfinished: {line.Item.Trim()}");

    [Theory]
    [InlineData("// TODO: later", true)]
    [InlineData("throw new NotImplementedException();", true)]
    [InlineData("/* FIXME */", true)]
    [InlineData("throw new NotSupportedException();", false)]
    [InlineData("\"toDoList\"", false)]
    public void Unfinished_Line_IsRecognised(string line, bool expected) => Assert.Equal(expected, Unfinished().IsMatch(line));

    [GeneratedRegex(@"\b(TODO|FIXME|NotImplementedException)\b")]
    private static partial Regex Unfinished();
}
