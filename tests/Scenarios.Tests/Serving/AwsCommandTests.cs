using System.Net.NetworkInformation;
using System.Net.Sockets;
using System.Text.Json.Nodes;
using IncidentServerless.Cli.Preparation;
using IncidentServerless.Scenarios.Tests.Scenarios;
using IncidentServerless.Workflows;

namespace IncidentServerless.Scenarios.Tests.Serving;

/// <summary>AWS's own command line drives <c>incident serve</c>: what nobody here has written must understand what is answered here.</summary>
[Collection(SuiteCollection.Name)]
public sealed class AwsCommandTests(ServedSuite suite) : IClassFixture<ServedSuite>
{
    private const string Machines = "arn:aws:states:eu-west-1:111122223333:stateMachine:IncidentServerless-";
    private const string Executions = "arn:aws:states:eu-west-1:111122223333:execution:IncidentServerless-";
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly AwsCommand aws = new(suite.Endpoint);

    [AwsCommandFact]
    public async Task StepFunctions_RunbookByHand_IsListedDescribedAndHasAHistory()
    {
        var machines = await aws.AskAsync("stepfunctions", "list-state-machines");
        var started = await aws.AskAsync("stepfunctions", "start-execution", "--state-machine-arn", $"{Machines}runbook-general", "--name", "by-hand", "--input", """{"dryRun": true}""");
        var description = await UntilAsync(
            () => aws.AskAsync("stepfunctions", "describe-execution", "--execution-arn", $"{Executions}runbook-general:by-hand"), answer => (string?)answer!["status"] != "RUNNING");
        var history = await aws.AskAsync("stepfunctions", "get-execution-history", "--execution-arn", $"{Executions}runbook-general:by-hand");

        Assert.Equal(
            ["incident-lifecycle", "paging", "post-incident", .. WorkflowDefinitions.Runbooks.Select(runbook => $"runbook-{runbook}"), "status-updates"],
            machines!["stateMachines"]!.AsArray().Select(machine => ((string)machine!["name"]!)["IncidentServerless-".Length..]));
        Assert.Equal($"{Executions}runbook-general:by-hand", (string?)started!["executionArn"]);
        Assert.Equal("SUCCEEDED", (string?)description!["status"]);
        Assert.True((bool)JsonNode.Parse((string)description["output"]!)!["dryRun"]!);
        Assert.Equal(["ExecutionStarted", "ExecutionSucceeded"], new[] { history!["events"]![0]!, history["events"]!.AsArray()[^1]! }.Select(happened => (string?)happened["type"]));
    }

    [AwsCommandFact]
    public async Task StepFunctions_WaitsOfAnIncident_AreAnsweredByTheirTokens()
    {
        var sent = await aws.AskAsync("events", "put-events", "--entries", AlarmEntry("checkout-latency-by-hand"));
        var incident = (string)(await UntilAsync(
            () => aws.AskAsync("stepfunctions", "list-executions", "--state-machine-arn", $"{Machines}incident-lifecycle", "--status-filter", "RUNNING"),
            answer => answer!["executions"]!.AsArray().Count > 0))!["executions"]![0]!["name"]!;
        var waits = (await UntilAsync(
            async () => new JsonArray([.. (await ScanAsync()).Where(item => Text(item, "SK").StartsWith("WAIT#", StringComparison.Ordinal) && incident.StartsWith(Text(item, "PK")["INC#".Length..], StringComparison.Ordinal)).Select(item => item.DeepClone())]),
            found => found!.AsArray().Count >= 2))!.AsArray();
        var tokens = waits.Select(item => Text(item!, "token")).ToList();

        await aws.AskAsync("stepfunctions", "send-task-heartbeat", "--task-token", tokens[0]);
        await aws.AskAsync("stepfunctions", "send-task-success", "--task-token", tokens[0], "--task-output", "{}");
        await aws.AskAsync("stepfunctions", "send-task-failure", "--task-token", tokens[1], "--error", "ByHand", "--cause", "Tried by hand.");
        var again = await aws.ComplainsAsync("stepfunctions", "send-task-success", "--task-token", tokens[1], "--task-output", "{}");
        var meta = await aws.AskAsync("dynamodb", "get-item", "--table-name", await TableAsync(), "--key", $$"""{"PK": {"S": "{{Text(waits[0]!, "PK")}}"}, "SK": {"S": "META"} }""");
        var stopped = await aws.AskAsync("stepfunctions", "stop-execution", "--execution-arn", $"{Executions}incident-lifecycle:{incident}", "--cause", "Tried by hand.");

        Assert.Equal(0, (int)sent!["FailedEntryCount"]!);
        Assert.Contains("(TaskTimedOut)", again, StringComparison.Ordinal);
        Assert.NotNull(meta!["Item"]);
        Assert.NotNull(stopped!["stopDate"]);
        await suite.SaysAsync("Page to the page topic: [SEV2]");
    }

    [AwsCommandFact]
    public async Task Sqs_Message_IsSentReceivedAndCounted()
    {
        var queues = await aws.AskAsync("sqs", "list-queues");
        var queue = queues!["QueueUrls"]!.AsArray().Select(url => (string)url!).Single(url => url.Contains("ReconcilerUndelivered", StringComparison.Ordinal));

        var sent = await aws.AskAsync("sqs", "send-message", "--queue-url", queue, "--message-body", "hello", "--message-attributes", """{"kind": {"DataType": "String", "StringValue": "trial"} }""");
        var counted = await aws.AskAsync("sqs", "get-queue-attributes", "--queue-url", queue, "--attribute-names", "All");
        var received = await aws.AskAsync("sqs", "receive-message", "--queue-url", queue, "--attribute-names", "All", "--message-attribute-names", "All");

        var message = Assert.Single(received!["Messages"]!.AsArray())!;
        Assert.Equal(("hello", "trial", (string?)sent!["MessageId"]), ((string?)message["Body"], (string?)message["MessageAttributes"]!["kind"]!["StringValue"], (string?)message["MessageId"]));
        Assert.Equal("1", (string?)counted!["Attributes"]!["ApproximateNumberOfMessages"]);
    }

    [AwsCommandFact]
    public async Task Sns_AlarmOnItsTopic_BecomesAnIncident()
    {
        var topics = await aws.AskAsync("sns", "list-topics");
        var topic = topics!["Topics"]!.AsArray().Select(each => (string)each!["TopicArn"]!).Single(arn => arn.Contains("AlarmSignals", StringComparison.Ordinal));

        var published = await aws.AskAsync("sns", "publish", "--topic-arn", topic, "--message", $"file://{Sample("alarm-notification.json")}");

        Assert.NotNull(published!["MessageId"]);
        await suite.SaysAsync("Opened as SEV1");
    }

    [AwsCommandFact]
    public async Task Kms_MacOfTheLinkKey_IsVerifiedAndAnAlteredOneRefused()
    {
        using var folder = new TemporaryFolder();
        var (message, mac) = (folder.Write("message", "a link"), folder.Write("mac", ""));
        var key = (string)(await aws.AskAsync("kms", "list-keys"))!["Keys"]![0]!["KeyId"]!;

        var made = await aws.AskAsync("kms", "generate-mac", "--key-id", key, "--mac-algorithm", "HMAC_SHA_256", "--message", $"fileb://{message}");
        await File.WriteAllBytesAsync(mac, Convert.FromBase64String((string)made!["Mac"]!));
        string[] verify = ["kms", "verify-mac", "--key-id", key, "--mac-algorithm", "HMAC_SHA_256", "--mac", $"fileb://{mac}", "--message"];

        Assert.True((bool)(await aws.AskAsync([.. verify, $"fileb://{message}"]))!["MacValid"]!);
        Assert.Contains("(KMSInvalidMacException)", await aws.ComplainsAsync([.. verify, $"fileb://{folder.Write("other", "another link")}"]), StringComparison.Ordinal);
    }

    [AwsCommandFact]
    public async Task Lambda_Invoked_AnswersWithItsPayloadOrItsError()
    {
        using var folder = new TemporaryFolder();
        var (payload, answer) = (folder.Write("payload.json", """{"kind": "nonsense"}"""), folder.Write("answer.json", ""));

        var reconciled = await aws.AskAsync("lambda", "invoke", "--function-name", "IncidentServerless-Reconcile", "--payload", $"fileb://{folder.Write("empty.json", "{}")}", answer);
        var failed = await aws.AskAsync("lambda", "invoke", "--function-name", "IncidentServerless-RecordIncident", "--payload", $"fileb://{payload}", answer);

        Assert.Equal((200, null), ((int)reconciled!["StatusCode"]!, (string?)reconciled["FunctionError"]));
        Assert.Equal((200, "Unhandled"), ((int)failed!["StatusCode"]!, (string?)failed["FunctionError"]));
        Assert.NotNull(JsonNode.Parse(await File.ReadAllTextAsync(answer))!["errorType"]);
    }

    public static TheoryData<string, string> WrongUses => new()
    {
        { "stepfunctions describe-execution --execution-arn nonsense", "(InvalidArn) when calling the DescribeExecution operation: Invalid Arn: 'Invalid ARN prefix: nonsense'" },
        { $"stepfunctions describe-execution --execution-arn {Executions}paging:none", $"(ExecutionDoesNotExist) when calling the DescribeExecution operation: Execution Does Not Exist: '{Executions}paging:none'" },
        { $"stepfunctions start-execution --state-machine-arn {Machines}none", $"(StateMachineDoesNotExist) when calling the StartExecution operation: State Machine Does Not Exist: '{Machines}none'" },
        { $"stepfunctions start-execution --state-machine-arn {Machines}paging --input {{bad", "(InvalidExecutionInput) when calling the StartExecution operation: Invalid State Machine Execution Input: '" },
        { "stepfunctions send-task-success --task-token bogus --task-output {}", "(InvalidToken) when calling the SendTaskSuccess operation: Invalid Token: 'Invalid token'" },
        { "sqs get-queue-url --queue-name none", "(AWS.SimpleQueueService.NonExistentQueue) when calling the GetQueueUrl operation: The specified queue does not exist" },
        { "sns publish --message x --topic-arn arn:aws:sns:eu-west-1:111122223333:none", "(NotFound) when calling the Publish operation: Topic does not exist" },
        { "dynamodb scan --table-name none", "(ResourceNotFoundException) when calling the Scan operation: Cannot do operations on a non-existent table" },
        { "kms generate-mac --key-id alias/none --mac-algorithm HMAC_SHA_256 --message x", "(NotFoundException) when calling the GenerateMac operation: Alias arn:aws:kms:eu-west-1:111122223333:alias/none is not found." },
        { "lambda invoke --function-name none /dev/null", "(ResourceNotFoundException) when calling the Invoke operation: Function not found: none" },
        { "events list-rules", "(InvalidAction) when calling the ListRules operation: The local cloud does not emulate events:ListRules." },
        { "s3api list-buckets", "(UnknownOperationException) when calling the ListBuckets operation: The local cloud does not know the call GET / of s3." },
        { "sqs create-queue --queue-name x.fifo --attributes FifoQueue=true", "(UnsupportedOperation) when calling the CreateQueue operation: The local cloud emulates standard queues only" },
        { "sqs create-queue --queue-name a+b", "(InvalidParameterValue) when calling the CreateQueue operation: Can only include alphanumeric characters, hyphens, or underscores." },
        { "sns subscribe --protocol bogus --topic-arn arn:aws:sns:eu-west-1:111122223333:x", "(InvalidParameter) when calling the Subscribe operation: Invalid parameter: Does not support this protocol string: bogus" },
        { "kms generate-mac --key-id arn:aws:kms --mac-algorithm HMAC_SHA_256 --message x", "(NotFoundException) when calling the GenerateMac operation:" },
        { "ec2 describe-instances", "(UnknownOperationException) when calling the DescribeInstances operation: The local cloud does not emulate the service 'ec2'" },
    };

    [AwsCommandTheory]
    [MemberData(nameof(WrongUses))]
    public async Task WrongUse_OfAnyService_IsRefusedInAwssWords(string command, string complaint)
    {
        var said = await aws.ComplainsAsync(command.Replace("--message x", "--message eA==", StringComparison.Ordinal).Split(' '));

        Assert.Contains(complaint, said, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", said, StringComparison.Ordinal);
    }

    [AwsCommandFact]
    public void Endpoint_FromOutsideOfThisMachine_IsNotThere()
    {
        var port = new Uri(suite.Endpoint).Port;
        var others = NetworkInterface.GetAllNetworkInterfaces()
            .SelectMany(card => card.GetIPProperties().UnicastAddresses)
            .Select(address => address.Address)
            .Where(address => address.AddressFamily == AddressFamily.InterNetwork && !System.Net.IPAddress.IsLoopback(address));

        Assert.All(others, address =>
        {
            using var client = new TcpClient();
            Assert.Equal(SocketError.ConnectionRefused, Assert.Throws<SocketException>(() => client.Connect(address, port)).SocketErrorCode);
        });
    }

    private static async Task<JsonNode?> UntilAsync(Func<Task<JsonNode?>> ask, Func<JsonNode?, bool> enough)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (true)
        {
            var answer = await ask();
            if (enough(answer))
            {
                return answer;
            }

            await Task.Delay(200, patience.Token);
        }
    }

    private async Task<string> TableAsync() => (string)(await aws.AskAsync("dynamodb", "list-tables"))!["TableNames"]![0]!;

    private async Task<IEnumerable<JsonNode>> ScanAsync() => (await aws.AskAsync("dynamodb", "scan", "--table-name", await TableAsync()))!["Items"]!.AsArray().Select(item => item!);

    private static string Text(JsonNode item, string attribute) => (string)item[attribute]!["S"]!;

    private static string AlarmEntry(string alarm)
    {
        var envelope = JsonNode.Parse(File.ReadAllText(Sample("latency-alarm.json")))!;
        var now = DateTimeOffset.UtcNow.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture);
        var detail = envelope["detail"]!.ToJsonString().Replace("checkout-latency-p99", alarm, StringComparison.Ordinal).Replace("2026-03-02T09:00:00.000+0000", now, StringComparison.Ordinal);
        return new JsonArray(new JsonObject
        {
            ["Source"] = "aws.cloudwatch",
            ["DetailType"] = "CloudWatch Alarm State Change",
            ["Time"] = now,
            ["Resources"] = new JsonArray($"arn:aws:cloudwatch:eu-west-1:111122223333:alarm:{alarm}"),
            ["Detail"] = detail,
        }).ToJsonString();
    }

    private static string Sample(string name) => Path.Combine(BuiltParts.RepositoryRoot, "src", "Cli", "samples", name);
}
