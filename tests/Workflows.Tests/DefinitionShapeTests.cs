using System.Text.Json.Nodes;

namespace IncidentServerless.Workflows.Tests;

/// <summary>What holds for every state of every workflow.</summary>
public class DefinitionShapeTests
{
    /// <summary>Errors after which the same call may succeed. A name that is not here is a reason to think, then to add it.</summary>
    private static readonly HashSet<string> Transient =
    [
        "Lambda.ClientExecutionTimeoutException", "Lambda.ServiceException", "Lambda.AWSLambdaException", "Lambda.SdkClientException",
        "Lambda.TooManyRequestsException", "Lambda.Unknown", "Runtime.ExitError", "Sandbox.Timedout",
        "IncidentContendedException", "ProvisionedThroughputExceededException", "RequestLimitExceededException", "ThrottlingException",
        "InternalServerErrorException", "TransactionInProgressException", "AmazonDynamoDBException", "AmazonStepFunctionsException", "HttpRequestException",
        "StepFunctions.ExecutionLimitExceededException", "StepFunctions.AWSStepFunctionsException", "StepFunctions.SdkClientException",
        "SNS.InternalErrorException", "SNS.ThrottledException", "SNS.AmazonSNSException", "SNS.SdkClientException",
        "States.Http.StatusCode.420", "States.Http.StatusCode.429", "States.Http.StatusCode.500", "States.Http.StatusCode.502", "States.Http.StatusCode.503",
        "States.Http.StatusCode.504", "States.Http.Socket", "States.Timeout",
        "Ssm.InternalServerErrorException", "Ssm.SsmException", "Lambda.ResourceConflictException",
        "RedshiftData.InternalServerException", "RedshiftData.RedshiftDataException",
        "DynamoDb.ProvisionedThroughputExceededException", "DynamoDb.RequestLimitExceededException", "DynamoDb.ThrottlingException", "DynamoDb.InternalServerErrorException",
        "Sfn.ExecutionLimitExceededException", "Sfn.SfnException", "Ssm.TooManyUpdatesException", "Support.InternalServerErrorException", "Support.ThrottlingException",
        "CognitoIdentityProvider.TooManyRequestsException", "CognitoIdentityProvider.InternalErrorException", "Wafv2.WafInternalErrorException",
        "Iam.ServiceFailureException", "Ec2.Ec2Exception", "AutoScaling.ResourceContentionException", "S3.S3Exception",
        "RdsData.DatabaseResumingException", "RdsData.ServiceUnavailableErrorException", "RdsData.InternalServerErrorException", "RdsData.StatementTimeoutException",
        "SesV2.TooManyRequestsException", "MarketplaceMetering.ThrottlingException", "MarketplaceMetering.InternalServiceErrorException",
    ];

    /// <summary>A call that only reads may be made again whatever went wrong.</summary>
    private const string AnyFailureOfReading = "States.TaskFailed";

    private static readonly string[] ReadingVerbs = ["get", "list", "describe", "lookup", "filter", "simulate", "head"];

    public static TheoryData<string> Names => Definitions.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public void Definition_Parsed_IsJsonataAndStartsWhereItSays(string name)
    {
        var machine = Definitions.Parse(name);

        Assert.Equal("JSONata", machine["QueryLanguage"]!.GetValue<string>());
        Assert.NotNull(machine["States"]![machine["StartAt"]!.GetValue<string>()]);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void StateNames_InTheWholeMachine_AreUniqueSentences(string name)
    {
        var names = Definitions.States(name).Select(state => state.Name).ToList();

        Assert.Equal(names.Distinct(), names);
        Assert.All(names, state => Assert.Matches(@"^[A-Z]\S*( \S+)+$", state));
        Assert.All(names, state => Assert.True(state.Length <= 80, $"{state}: Step Functions takes at most 80 characters."));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Transitions_OfEveryState_LeadToAStateOfTheSameScope(string name)
    {
        Assert.All(Scopes(Definitions.Parse(name)), scope =>
        {
            var states = scope["States"]!.AsObject();
            var targets = states.SelectMany(state => Targets(state.Value!.AsObject())).Append(scope["StartAt"]!.GetValue<string>()).ToHashSet();
            Assert.Equal(states.Select(state => state.Key).Order(), targets.Order());
        });
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Task_OfAnyKind_HasATimeout(string name) =>
        Assert.All(Definitions.Tasks(name), task => Assert.NotNull(task.State["TimeoutSeconds"]));

    [Theory]
    [MemberData(nameof(Names))]
    public void Task_OfAnyKind_RetriesTransientErrorsOnly(string name) =>
        Assert.All(Definitions.Tasks(name), task =>
        {
            var retried = task.State["Retry"]!.AsArray().SelectMany(retry => retry!["ErrorEquals"]!.AsArray()).Select(error => error!.GetValue<string>());
            var reads = ReadingVerbs.Any(verb => task.State["Resource"]!.GetValue<string>().Split(':')[^1].StartsWith(verb, StringComparison.Ordinal));
            Assert.Subset(reads ? [.. Transient, AnyFailureOfReading] : Transient, retried.ToHashSet());
        });

    [Theory]
    [MemberData(nameof(Names))]
    public void Task_WithoutACatchForEverything_SaysWhy(string name) =>
        Assert.All(Definitions.Tasks(name), task =>
        {
            var catches = Definitions.Texts(task.State["Catch"]).Contains("States.ALL");
            Assert.True(catches || task.State["Comment"] is not null, $"\"{task.Name}\" neither catches every error nor says in its Comment why not.");
        });

    [Theory]
    [MemberData(nameof(Names))]
    public void WaitingTask_ThatTimesOut_GoesOnInsteadOfTryingAgain(string name) =>
        Assert.All(Definitions.Tasks(name).Where(IsWaiting), task =>
        {
            Assert.DoesNotContain("States.Timeout", Definitions.Texts(task.State["Retry"]));
            Assert.Contains("States.Timeout", Definitions.Texts(task.State["Catch"]));
            Assert.Contains("States.HeartbeatTimeout", Definitions.Texts(task.State["Catch"]));
        });

    [Fact]
    public void ChannelTask_AfterAllItsTries_IsOverWithinAMinute() =>
        Assert.All(ChannelTasks(), task =>
        {
            var retry = Assert.Single(task.State["Retry"]!.AsArray())!;
            var tries = retry["MaxAttempts"]!.GetValue<int>() + 1;
            var pauses = Enumerable.Range(0, tries - 1).Sum(n => retry["IntervalSeconds"]!.GetValue<int>() * Math.Pow(retry["BackoffRate"]!.GetValue<double>(), n));
            Assert.InRange(tries, 1, 3);
            Assert.InRange((tries * task.State["TimeoutSeconds"]!.GetValue<int>()) + pauses, 1, 60);
        });

    [Fact]
    public void ChannelTask_ThatFails_NeverFailsThePaging() =>
        Assert.All(ChannelTasks(), task => Assert.Contains("States.ALL", Definitions.Texts(task.State["Catch"])));

    [Fact]
    public void PagerDutyTask_RefusedWith400_IsNotTriedAgain() =>
        Assert.DoesNotContain("States.Http.StatusCode.400", ChannelTasks().SelectMany(task => Definitions.Texts(task.State["Retry"])));

    private static bool IsWaiting((string Name, JsonObject State) task) => task.State["Resource"]!.GetValue<string>().EndsWith(".waitForTaskToken", StringComparison.Ordinal);

    private static List<(string Name, JsonObject State)> ChannelTasks()
    {
        var tasks = Definitions.Tasks("paging").Where(task => task.State["Resource"]!.GetValue<string>() is "arn:aws:states:::sns:publish" or "arn:aws:states:::http:invoke").ToList();
        Assert.Equal(3, tasks.Count);
        return tasks;
    }

    private static IEnumerable<JsonNode> Scopes(JsonNode machine) =>
        Definitions.StatesOf(machine)
            .SelectMany(state => (state.State["Branches"] as JsonArray ?? []).Append(state.State["ItemProcessor"]))
            .OfType<JsonNode>()
            .Prepend(machine);

    private static IEnumerable<string> Targets(JsonObject state) =>
        new[] { state["Choices"], state["Catch"] }.OfType<JsonArray>().SelectMany(rules => rules)
            .Select(rule => rule!["Next"])
            .Append(state["Next"])
            .Append(state["Default"])
            .OfType<JsonNode>()
            .Select(target => target.GetValue<string>());
}
