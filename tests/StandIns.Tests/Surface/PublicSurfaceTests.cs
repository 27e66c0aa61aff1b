namespace IncidentServerless.StandIns.Tests.Surface;

public class PublicSurfaceTests
{
    private const string Type = "IncidentServerless.StandIns.Tests.Surface.Sample";
    private const string Interface = $"{Type} : System.IDisposable";
    private const string Sum = $"{Type}.Sum(int first, int second = 2) : int [static]";
    private const string When = $"{Type}.When : System.DateTime? {{ get; init }}";

    private static readonly string[] Official =
    [
        $"{Type} (class)",
        Interface,
        $"{Type}.Changed : System.EventHandler [event]",
        $"{Type}.Dispose() : void",
        $"{Type}.Limit : int = 7 [const]",
        $"{Type}.Name : string {{ get; protected set }} [virtual]",
        $"{Type}.OnNamed(string name) : void [protected virtual]",
        $"{Type}.Pick<T>(params T[] choices) : System.Collections.Generic.List<T> where T : class, new()",
        Sum,
        When,
        $"{Type}.new(string name)",
    ];

    [Fact]
    public void Surface_OfASample_IsItsVisibleMembersWithoutOverrides() =>
        Assert.Equal(Official, PublicSurface.Of(typeof(Sample)).Order(StringComparer.Ordinal));

    [Fact]
    public void Surface_OfARecord_ShowsWhatTheCompilerAdds() =>
        Assert.Contains(PublicSurface.Of(typeof(Recorded)), line => line.Contains(".op_Equality(", StringComparison.Ordinal));

    [Fact]
    public void Comparison_OfTheSameSurface_FindsNothing() => Assert.Empty(Beyond(Official));

    [Fact]
    public void Comparison_WithAnOfficialTypeThatHasMore_FindsNothing() => Assert.Empty(Beyond([.. Official, $"{Type}.Other : int {{ get }}"]));

    [Theory]
    [InlineData(Sum)]
    [InlineData(When)]
    [InlineData(Interface)]
    public void Comparison_WithAnOfficialTypeThatLacksOne_FindsIt(string line) => Assert.Equal([line], Beyond(Official.Except([line])));

    [Theory]
    [InlineData("int second", "int other", Sum)]
    [InlineData(" = 2)", ")", Sum)]
    [InlineData(": int [static]", ": long [static]", Sum)]
    [InlineData("System.DateTime?", "System.DateTime", When)]
    [InlineData("init", "set", When)]
    public void Comparison_WithAnOfficialMemberThatDiffers_FindsIt(string here, string there, string line) =>
        Assert.Equal([line], Beyond(Official.Select(official => official.Replace(here, there, StringComparison.Ordinal))));

    private static IReadOnlyList<string> Beyond(IEnumerable<string> official) => OfficialSurface.Beyond(official, PublicSurface.Of(typeof(Sample)));

    public record Recorded(string Name);
}
