using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using CsCheck;
using IncidentServerless.LocalCloud.Endpoint;
using IncidentServerless.LocalCloud.StepFunctions;

namespace IncidentServerless.LocalCloud.Tests.StepFunctions;

/// <summary>Failures, timeouts, late answers and stops that meet at the same moments.</summary>
public class AbandonedWorkTests
{
    private const int Executions = 30;

    private const string States =
        """
        "P":{"Type":"Parallel","Retry":[{"ErrorEquals":["Boom"],"IntervalSeconds":3}],"Catch":[{"ErrorEquals":["States.ALL"],"Next":"M"}],"Next":"M","Branches":[
          {"StartAt":"W","States":{
            "W":{"Type":"Wait","Seconds":5,"Next":"Ask"},
            "Ask":{"Type":"Task","Resource":"arn:aws:states:::sqs:sendMessage.waitForTaskToken","TimeoutSeconds":10,
              "Arguments":{"token":"{% $states.context.Task.Token %}"},"Retry":[{"ErrorEquals":["States.Timeout"],"MaxAttempts":2}],"End":true} } },
          {"StartAt":"Call","States":{"Call":{"Type":"Task","Resource":"arn:aws:states:::lambda:invoke","End":true} } }]},
        "M":{"Type":"Map","Items":[1,2,3,4],"MaxConcurrency":2,"Catch":[{"ErrorEquals":["States.ALL"],"Next":"E"}],"Next":"E","ItemProcessor":{"StartAt":"Call","States":{
          "Call":{"Type":"Task","Resource":"arn:aws:states:::lambda:invoke","TimeoutSeconds":4,"Next":"W"},
          "W":{"Type":"Wait","Seconds":2,"End":true} } } },
        "E":{"Type":"Succeed"}
        """;

    [Fact]
    public void Executions_InterruptedAtAnyMoment_AllEndAndNothingHoldsTheClock() => Gen.Int.Sample(
        seed =>
        {
            var bench = Run(seed).GetAwaiter().GetResult();

            Assert.Empty(bench.Clock.Holds);
            Assert.All(bench.StepFunctions.Executions, execution =>
            {
                Assert.Contains(execution.Status, new[] { "SUCCEEDED", "ABORTED" });
                Assert.All(execution.History.Index(), item => Assert.Equal(item.Index + 1, item.Item.Id));
                Assert.All(execution.History, item => Assert.InRange(item.PreviousEventId, 0, item.Id - 1));
            });
        },
        iter: 10);

    private static async Task<Bench> Run(int seed)
    {
        var bench = new Bench();
        bench.AnswerAsync = (request, cancellation) => AnswerAsync(bench, seed, request, cancellation);
        var machine = await bench.CreateAsync(States, startAt: "P");
        for (var number = 0; number < Executions; number++)
        {
            var execution = await bench.StartAsync(machine, name: $"e{number}");
            if (number % 5 == 0)
            {
                bench.Clock.Schedule(
                    Bench.Start.AddSeconds(Chance(seed, execution) % 20),
                    () => bench.CallAsync("StopExecution", new JsonObject { ["executionArn"] = execution }));
            }
        }

        Assert.True(await bench.Clock.IdleAsync());
        return bench;
    }

    private static async Task<JsonNode?> AnswerAsync(Bench bench, int seed, TaskRequest request, CancellationToken cancellation)
    {
        var now = bench.Clock.UtcNow;
        var chance = Chance(seed, $"{request.ExecutionArn}{request.StateName}{request.Arguments?.ToJsonString()}{now:O}");
        if (request.StateName == "Ask")
        {
            var answer = new JsonObject { ["taskToken"] = request.Arguments!["token"]!.DeepClone(), ["output"] = "1", ["error"] = "Boom" };
            bench.Clock.Schedule(now.AddSeconds(chance % 15), () => SendAsync(bench, chance % 2 == 0 ? "SendTaskSuccess" : "SendTaskFailure", answer));
            return new JsonObject();
        }

        if (chance % 3 == 0)
        {
            await request.PassTimeUntilAsync(now.AddSeconds(chance % 7), cancellation);
        }

        return chance % 5 == 0 ? throw new TaskFailedException("Boom", null) : 1;
    }

    private static async Task SendAsync(Bench bench, string operation, JsonObject answer)
    {
        var refusal = await Record.ExceptionAsync(() => bench.CallAsync(operation, answer));
        Assert.True(refusal is null or AwsError { Code: "TaskTimedOut" }, $"{refusal}");
    }

    private static uint Chance(int seed, string of) => BitConverter.ToUInt32(SHA256.HashData(Encoding.UTF8.GetBytes($"{seed}{of}")));
}
