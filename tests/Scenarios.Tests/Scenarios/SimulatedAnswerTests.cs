using System.Text.Json.Nodes;
using IncidentServerless.ApiModels;
using IncidentServerless.Cli.Scenarios;

namespace IncidentServerless.Scenarios.Tests.Scenarios;

/// <summary>What stories let AWS answer is something that AWS can answer.</summary>
public class SimulatedAnswerTests
{
    public static TheoryData<string> Names => StoryTests.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public void Answers_OfAStory_FitTheApi(string name) => Assert.Empty(Misfits(StoryFiles.Find(name).Account));

    [Fact]
    public void Answers_OfTheQuietAccount_FitTheApi() => Assert.Empty(Misfits(QuietAccount.With([])));

    private static IEnumerable<string> Misfits(JsonObject account) =>
        from call in account
        from answer in call.Value!.AsArray()
        from misfit in Misfits(call.Key, answer!.AsObject())
        select misfit;

    private static IEnumerable<string> Misfits(string call, JsonObject answer) => answer["fail"] switch
    {
        null => ApiCheck.Answer(call, answer["answer"]),
        JsonObject failure => ApiCheck.Failure(call, failure["error"]!.GetValue<string>()),
        var code => ApiCheck.Failure(call, code.GetValue<string>()),
    };
}
