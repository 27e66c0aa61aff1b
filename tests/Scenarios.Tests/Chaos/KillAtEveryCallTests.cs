using System.Text.Json.Nodes;
using IncidentServerless.Cli.Scenarios;
using IncidentServerless.Cli.Scenarios.Expectations;
using IncidentServerless.Cli.Scenarios.Playing;
using IncidentServerless.Domain.Incidents;
using IncidentServerless.LocalCloud.Boot;
using IncidentServerless.LocalCloud.Faults;
using IncidentServerless.LocalCloud.Observations;
using IncidentServerless.Scenarios.Tests.Scenarios;
using IncidentServerless.Workflows;
using Xunit.Abstractions;

namespace IncidentServerless.Scenarios.Tests.Chaos;

/// <summary>Kills a function before and after calls that it makes, each kind of them at some point: nothing is lost, nothing is stuck, nobody is told twice, nothing is done twice. A run takes the first kill of each kind (function, call, before or after) and a part of the others; <c>INCIDENT_KILLS=all</c> takes all of them.</summary>
[Collection(KillsCollection.Name)]
public sealed class KillAtEveryCallTests(SuiteFixture suite, ITestOutputHelper output)
{
    private static bool EveryKill => Environment.GetEnvironmentVariable("INCIDENT_KILLS") == "all";

    [Theory]
    [InlineData("latency-alarm", 4)]
    [InlineData("nobody-answers", 8)]
    [InlineData("step-functions-refuses", 8)]
    [InlineData("looping-function", 10)]
    [InlineData("failed-logins", 10)]
    public Task Function_KilledAtAnyOfItsCalls_LosesDoublesAndLeavesNothing(string story, int each) => KillAsync(story, each, _ => true);

    /// <summary>Whoever called it gets no answer, and calls again as a browser's reader, PagerDuty and a help desk do.</summary>
    [Theory]
    [InlineData("pagerduty-answers", "Respond")]
    [InlineData("slack-answers", "AnswerSlack")]
    [InlineData("customer-report", "ReceiveReport")]
    public Task Endpoint_KilledAtAnyOfItsCalls_LosesDoublesAndLeavesNothing(string story, string function) => KillAsync(story, 20, call => call.Function.StartsWith(function, StringComparison.Ordinal));

    private async Task KillAsync(string story, int each, Func<OutgoingCall, bool> isOf)
    {
        var scenario = StoryFiles.Find(story);
        Cloud world = null!;
        var undisturbed = await suite.PlayBrokenAsync(scenario, cloud => world = cloud);
        Assert.Empty(undisturbed.Failures);
        OutgoingCall[] calls = [.. world.Faults.Calls.Where(call => call.Invocation > 0 && isOf(call))];
        Assert.NotEmpty(calls);

        List<string> faults = [];
        var all = calls.SelectMany(Kills).ToArray();
        var ofEachKind = all.DistinctBy(kill => (kill.Call.Function, kill.Call.Service, kill.Call.Operation, kill.Effect.GetType())).ToHashSet();
        var kills = all.Where((kill, index) => EveryKill || index % each == 0 || ofEachKind.Contains(kill)).ToArray();
        foreach (var (call, effect) in kills)
        {
            var disturbed = await suite.PlayBrokenAsync(scenario, cloud =>
            {
                world = cloud;
                cloud.Faults.Add(new Fault { Function = call.Function, Invocation = call.Invocation, Call = call.Call, Effect = effect });
            });
            var place = $"{effect.GetType().Name} {call.Service}:{call.Operation}, call {call.Call} of invocation {call.Invocation} of {call.Function}";
            faults.AddRange(Damage(undisturbed, disturbed, world, MayPageTwice(calls, call)).Select(damage => $"{place}: {damage}"));
        }

        output.WriteLine($"{story}: {calls.Length} calls, {kills.Length} kills.");
        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }

    // The one double page that the design allows: the classifier pages by itself and is killed before that is written.
    private static bool MayPageTwice(IEnumerable<OutgoingCall> calls, OutgoingCall killed)
    {
        var last = calls
            .Where(call => call.Function == killed.Function && call.Invocation == killed.Invocation && call.Call <= killed.Call)
            .LastOrDefault(call => call.Operation is "Publish" or "TransactWriteItems");
        return last is { Service: "sns" };
    }

    // Outside the process nothing happens between two calls, so killing it before one is killing it after the one before.
    private static IEnumerable<(OutgoingCall Call, FaultEffect Effect)> Kills(OutgoingCall call)
    {
        if (call.Call == 1)
        {
            yield return (call, new FaultEffect.KillBefore());
        }

        yield return (call, new FaultEffect.KillAfter());
    }

    private static IEnumerable<string> Damage(PlayedStory undisturbed, PlayedStory disturbed, Cloud world, bool mayPageTwice)
    {
        if (disturbed.Failures.FirstOrDefault(failure => failure.StartsWith("The script stopped", StringComparison.Ordinal)) is { } stopped)
        {
            yield return stopped;
        }

        if (Differ(undisturbed, disturbed, outcome => outcome.Ledger.Select(entry => entry.Outcome.Disposition.ToString()), out var dispositions))
        {
            yield return $"dispositions {dispositions}";
        }

        if (Differ(undisturbed, disturbed, outcome => outcome.Incidents.Select(record => $"{record.Incident.Id} {record.Incident.Status} {record.Incident.Acknowledgement?.By.Name}"), out var incidents))
        {
            yield return $"incidents {incidents}";
        }

        if (!mayPageTwice && Differ(undisturbed, disturbed, Pages, out var pages))
        {
            yield return $"pages {pages}";
        }

        if (Differ(undisturbed, disturbed, LastUpdate, out var updates))
        {
            yield return $"last update {updates}";
        }

        if (Differ(undisturbed, disturbed, Changes, out var changes))
        {
            yield return $"changes of the account {changes}";
        }

        foreach (var record in disturbed.Outcome.Incidents)
        {
            if (IncidentFold.Of(record.Timeline) is not { } told || told.Version != record.Incident.Version || told.Status != record.Incident.Status)
            {
                yield return $"the timeline of {record.Incident.Id} does not tell its state";
            }
        }

        foreach (var dead in world.Observations.Of<MessageDeadLettered>())
        {
            yield return $"a message was given up in {dead.Source}";
        }

        // What follows an incident lasts for two weeks.
        var running = world.StateMachines!.Executions.Count(execution => execution.Status == "RUNNING" && !execution.MachineName.EndsWith(WorkflowNames.PostIncident, StringComparison.Ordinal));
        if (disturbed.Outcome.Incidents.All(record => record.Incident.Status == IncidentStatus.Closed) && running > 0)
        {
            yield return $"{running} execution(s) still run although everything is closed";
        }
    }

    private static IEnumerable<string> Pages(Outcome outcome) => outcome.Sent
        // An update tells all that changed since the last one: two changes of one moment may be one update or two.
        .Where(message => message.Refusal is null && message.Topic is null)
        .Select(message => $"{message.Kind} of level {message.Level} to {message.To}");

    private static IEnumerable<string> LastUpdate(Outcome outcome) => outcome.Sent.Where(message => message.Topic is not null).TakeLast(1).Select(message => message.Subject);

    private static IEnumerable<string> Changes(Outcome outcome) => outcome.Observations.OfType<AccountCalled>()
        .Where(called => !AccountCalls.OnlyReads(called))
        .Select(called => $"{called.Call} {WithoutItsText(called.Input).ToJsonString()}");

    // A ticket tells how the incident stands when it is made: made a moment later, it may tell the diagnosis already.
    private static JsonNode WithoutItsText(JsonNode input)
    {
        var rest = input.DeepClone();
        (rest as JsonObject)?.Remove("Description");
        return rest;
    }

    private static bool Differ(PlayedStory undisturbed, PlayedStory disturbed, Func<Outcome, IEnumerable<string>> of, out string difference)
    {
        var expected = of(undisturbed.Outcome).Order(StringComparer.Ordinal).ToArray();
        var seen = of(disturbed.Outcome).Order(StringComparer.Ordinal).ToArray();
        difference = $"[{string.Join(", ", seen)}] in the place of [{string.Join(", ", expected)}]";
        return !expected.SequenceEqual(seen);
    }
}

/// <summary>A local cloud of their own, so that they run beside the stories and not after them.</summary>
[CollectionDefinition(Name)]
public sealed class KillsCollection : ICollectionFixture<SuiteFixture>
{
    public const string Name = "kills";
}
