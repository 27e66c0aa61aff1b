using System.Text.Json.Nodes;

namespace IncidentServerless.LocalCloud.Tests.StepFunctions;

public class DefinitionTests
{
    private readonly Bench bench = new();

    [Theory]
    [InlineData(""" "A":{"Type":"Pass","Next":"C"},"B":{"Type":"Pass","End":true} """, "MISSING_TRANSITION_TARGET: Missing 'Next' target: C at /States/A/Next, MISSING_TRANSITION_TARGET: State \"B\" is not reachable. at /States/B")]
    [InlineData(""" "A":{"Type":"Pass","Next":"A"} """, "MISSING_END_STATE: Workflow has no terminal state at null")]
    [InlineData(""" "B":{"Type":"Succeed"} """, "MISSING_TRANSITION_TARGET: Missing 'Next' target: A at /StartAt, MISSING_TRANSITION_TARGET: State \"B\" is not reachable. at /States/B")]
    [InlineData(""" "A":{"Type":"Sleep"} """, "SCHEMA_VALIDATION_FAILED: The field 'Type' should have one of these values: [Task, Wait, Pass, Succeed, Fail, Choice, Parallel, Map] at /States/A/Type")]
    [InlineData(""" "A":{"Type":"Succeed","TimeoutSeconds":1} """, "SCHEMA_VALIDATION_FAILED: Field 'TimeoutSeconds' is not supported at /States/A")]
    [InlineData(""" "A":{"Type":"Pass","End":true,"ResultPath":"$.x"} """, "SCHEMA_VALIDATION_FAILED: The QueryLanguage is set to 'JSONata', but field 'ResultPath' is only supported for the 'JSONPath' QueryLanguage at /States/A")]
    [InlineData(""" "A":{"Type":"Pass","QueryLanguage":"JSONPath","End":true} """, "SCHEMA_VALIDATION_FAILED: 'QueryLanguage' can not be 'JSONPath' if set to 'JSONata' for whole state machine at /States/A")]
    [InlineData(""" "A":{"Type":"Wait","Timestamp":"tomorrow","End":true} """, "SCHEMA_VALIDATION_FAILED: String does not match RFC3339 timestamp at /States/A/Timestamp")]
    [InlineData(""" "A":{"Type":"Parallel","Branches":[],"End":true} """, "SCHEMA_VALIDATION_FAILED: Value cannot be empty at /States/A/Branches")]
    [InlineData(""" "A":{"Type":"Task","Resource":"arn:aws:states:::lambda:invoke","Credentials":{},"End":true} """, "SCHEMA_VALIDATION_FAILED: The field 'RoleArn' is required but was missing at /States/A/Credentials")]
    [InlineData(""" "A":{"Type":"Task","Resource":"lambda","End":true} """, "SCHEMA_VALIDATION_FAILED: The resource provided lambda is not recognized. The value is not a valid resource ARN, or the resource is not available in this region. at /States/A/Resource")]
    [InlineData(""" "A":{"Type":"Task","Resource":"arn:aws:states:::glue:startJobRun.sync","End":true} """, "NOT_EMULATED: The local cloud runs .sync for states:startExecution only, not for arn:aws:states:::glue:startJobRun.sync at /States/A/Resource")]
    [InlineData(""" "A":{"Type":"Map","ItemReader":{},"ItemProcessor":{"StartAt":"P","States":{"P":{"Type":"Succeed"}}},"End":true} """, "NOT_EMULATED: The local cloud runs inline Maps only; field 'ItemReader' belongs to distributed Maps at /States/A/ItemReader")]
    [InlineData(""" "A":{"Type":"Pass","Output":"{% 1 + %}","End":true} """, "INVALID_JSONATA_EXPRESSION: Unexpected end of expression at /States/A/Output")]
    [InlineData(""" "A":{"Type":"Choice","Choices":[{"Condition":true,"Next":"X"}],"Default":"Y"} """, "MISSING_TRANSITION_TARGET: Missing 'Next' target: Y at /States/A/Default, MISSING_TRANSITION_TARGET: Missing 'Next' target: X at /States/A/Choices[0]/Next, MISSING_END_STATE: Workflow has no terminal state at null")]
    [InlineData(""" "A":{"Type":"Pass","Output":{"v":"{% phone & $.x & $count($$) %}"},"End":true} """, "UNSUPPORTED_JSONATA_EXPRESSION: Reference to 'phone' at the top level is not supported. at /States/A/Output/v, UNSUPPORTED_JSONATA_EXPRESSION: Reference to '$' at the top level is not supported. at /States/A/Output/v, UNSUPPORTED_JSONATA_EXPRESSION: Reference to '$$' at the top level is not supported. at /States/A/Output/v")]
    [InlineData(""" "A":{"Type":"Pass","Output":"{% $states.errorOutput.Error %}","End":true} """, "UNSUPPORTED_JSONATA_EXPRESSION: Reference to '$states.errorOutput' at the top level is not supported. at /States/A/Output")]
    [InlineData(""" "A":{"Type":"Map","ItemProcessor":{"StartAt":"P","States":{"P":{"Type":"Pass"}}},"End":true} """, "SCHEMA_VALIDATION_FAILED: Exactly one of these fields is required: [Next, End] at /States/A/ItemProcessor/States/P")]
    public async Task Create_FaultyDefinition_NamesEveryFaultAndItsPlace(string states, string faults)
    {
        var refusal = await bench.RefusalAsync("CreateStateMachine", Bench.Creation(states));

        Assert.Equal(("InvalidDefinition", $"Invalid State Machine Definition: '{faults}'"), (refusal.Code, refusal.Message));
    }

    [Theory]
    [InlineData("{}", "SCHEMA_VALIDATION_FAILED: These fields are required: [StartAt, States] at /")]
    [InlineData("[]", "INVALID_JSON_DESCRIPTION: Definition must be a valid JSON object")]
    [InlineData("""{"StartAt":"A","States":{"A":{"Type":"Succeed"}}}""", "NOT_EMULATED: The local cloud runs JSONata only; set \"QueryLanguage\": \"JSONata\" for the state machine or the state at /States/A")]
    public async Task Create_NoStateMachineAtAll_IsRefused(string definition, string faults)
    {
        var creation = Bench.Creation("");
        creation["definition"] = definition;

        Assert.Equal($"Invalid State Machine Definition: '{faults}'", (await bench.RefusalAsync("CreateStateMachine", creation)).Message);
    }

    [Theory]
    [InlineData("$states.input.items[price > 1].{'n': name}")]
    [InlineData("$states.input.items^(>price)[0].name")]
    [InlineData("$states.input.items{kind: $sum(price)}")]
    [InlineData("$map($states.input.items, function($i, $n){ $i.name & $n })")]
    [InlineData("$states.input.items.($x := price; $x * 2)")]
    [InlineData("$states.input ~> |items|{'seen': $.name}|")]
    [InlineData("[1..3][$ > 1]")]
    [InlineData("($sum := 1; $sum ? {'a': $sum} : null)")]
    public async Task Create_ReferencesThatHaveAContext_AreAccepted(string expression)
    {
        var states = $$""" "A":{"Type":"Pass","Output":{{JsonValue.Create($"{{% {expression} %}}").ToJsonString()}},"End":true} """;

        var execution = await bench.RunAsync(states, """{"items":[{"name":"a","price":1,"kind":"x"},{"name":"b","price":2,"kind":"y"}]}""");

        Assert.Equal(("SUCCEEDED", null), (execution.Status, execution.Cause));
    }

    [Fact]
    public async Task Validate_FaultyDefinition_ListsTheFaults()
    {
        var answer = await bench.CallAsync("ValidateStateMachineDefinition", Bench.Creation(""" "A":{"Type":"Pass","End":true,"Nonsense":1} """));

        Assert.Equal("FAIL", (string?)answer["result"]);
        Assert.Equal(
            """[{"severity":"ERROR","code":"SCHEMA_VALIDATION_FAILED","message":"Field \u0027Nonsense\u0027 is not supported","location":"/States/A"}]""",
            answer["diagnostics"]!.ToJsonString());
    }

    [Fact]
    public async Task Create_Again_IsTheSameOnlyByteForByte()
    {
        const string States = """ "A":{"Type":"Succeed"} """;
        var arn = await bench.CreateAsync(States);

        Assert.Equal(arn, await bench.CreateAsync(States));
        var refusal = await bench.RefusalAsync("CreateStateMachine", Bench.Creation(States + " "));

        Assert.Equal(("StateMachineAlreadyExists", $"State Machine Already Exists: '{arn}'"), (refusal.Code, refusal.Message));
    }

    [Fact]
    public async Task Create_Express_IsNotSupported()
    {
        var creation = Bench.Creation(""" "A":{"Type":"Succeed"} """);
        creation["type"] = "EXPRESS";

        Assert.Equal("StateMachineTypeNotSupported", (await bench.RefusalAsync("CreateStateMachine", creation)).Code);
    }

    [Fact]
    public async Task DescribeAndList_TellWhatWasCreated()
    {
        var creation = Bench.Creation(""" "A":{"Type":"Succeed"} """);
        var arn = await bench.CreateAsync(""" "A":{"Type":"Succeed"} """);

        var description = await bench.CallAsync("DescribeStateMachine", new JsonObject { ["stateMachineArn"] = arn });
        var list = await bench.CallAsync("ListStateMachines", []);

        Assert.Equal((string?)creation["definition"], (string?)description["definition"]);
        Assert.Equal("machine", (string?)Assert.Single(list["stateMachines"]!.AsArray())!["name"]);
    }
}
