using System.Text.Json.Nodes;
using CsCheck;
using IncidentServerless.LocalCloud.StepFunctions.Expressions;

namespace IncidentServerless.LocalCloud.Tests.StepFunctions;

public class ExpressionTests
{
    private readonly Bench bench = new();

    [Theory]
    [InlineData("$partition([1..5], 2)", "[[1,2],[3,4],[5]]")]
    [InlineData("$partition([0], 1)", "[[0]]")]
    [InlineData("$range(0, 10, 3)", "[0,3,6,9]")]
    [InlineData("$range(3, 1, -1)", "[3,2,1]")]
    [InlineData("$range(1, 9, 9)", "1")]
    [InlineData("$hash('abc', 'MD5')", "\"900150983cd24fb0d6963f7d28e17f72\"")]
    [InlineData("$hash('abc', 'SHA-1')", "\"a9993e364706816aba3e25717850c26c9cd0d89d\"")]
    [InlineData("$random(7) = $random(7)", "true")]
    [InlineData("$random() < 1", "true")]
    [InlineData("$contains($uuid(), /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/)", "true")]
    [InlineData("$parse('{\"a\":[1,-0]}')", "{\"a\":[1,0]}")]
    [InlineData("$base64decode($base64encode('ok'))", "\"ok\"")]
    [InlineData("$x := 1", "1")]
    [InlineData("[0]", "[0]")]
    [InlineData("$merge([$states.input, {'b': 0.1 + 0.2}])", "{\"a\":1,\"b\":0.30000000000000004}")]
    [InlineData("$states.input.a.b.c ? 1 : 2", "2")]
    public async Task Expression_GivesWhatTheReferenceGives(string expression, string expected)
    {
        Assert.Equal(expected, (await EvaluateAsync(expression)).Output);
    }

    [Theory]
    [InlineData("$states.input.none", "returned nothing (undefined).")]
    [InlineData("$noSuchVariable", "returned nothing (undefined).")]
    [InlineData("$eval('1')", "threw an error during evaluation. T1006: Attempted to invoke a non-function")]
    [InlineData("$abs('x')", "threw an error during evaluation. T0410: Argument 1 of function \"abs\" does not match function signature")]
    [InlineData("$hash('a', 'CRC')", "threw an error during evaluation: Argument 2 of function hash must be one of MD5, SHA-1, SHA-256, SHA-384, SHA-512")]
    [InlineData("$range(1, 1001)", "threw an error during evaluation: The function range cannot create more than 1000 items")]
    [InlineData("[function(){1}]", "returned an unsupported result type.")]
    [InlineData("$sum", "returned an unsupported result type.")]
    public async Task Expression_Fails_TheCauseSaysHow(string expression, string why)
    {
        var execution = await EvaluateAsync(expression);

        Assert.Equal(
            $"An error occurred while executing the state 'A' (entered at the event id #2). The JSONata expression '{expression}' specified for the field 'Output' {why}",
            execution.Cause);
    }

    [Theory]
    [InlineData("($f := function($x){ $f($x) }; $f(1))")]
    [InlineData("($f := function($x){ 1 + $f($x) }; $f(1))")]
    public async Task Expression_NeverEnds_FailsAndTheNextOneWorks(string expression)
    {
        using var jsonata = new JsonataEngine(Bench.FindScript(), TimeSpan.FromMilliseconds(300));
        var impatient = new Bench(jsonata);

        var endless = await impatient.RunAsync(
            $$"""
            "A":{"Type":"Parallel","Branches":[{"StartAt":"P","States":{"P":{"Type":"Pass","Output":"{% {{expression}} %}","End":true} } }],
              "Catch":[{"ErrorEquals":["States.QueryEvaluationError"],"Output":"{% $contains($states.errorOutput.Cause, 'too') %}","Next":"B"}],"End":true},
            "B":{"Type":"Succeed"}
            """);

        Assert.Equal("true", endless.Output);
    }

    [Fact]
    public async Task Expression_ScriptIsMissing_SaysWhatToDo()
    {
        using var jsonata = new JsonataEngine("nowhere/jsonata.js");

        var failure = await Assert.ThrowsAsync<InvalidOperationException>(() => new Bench(jsonata).CreateAsync(""" "A":{"Type":"Pass","Output":"{% 1 %}","End":true} """));

        Assert.StartsWith("JSONata expressions need the file nowhere/jsonata.js: ", failure.Message);
        Assert.EndsWith("Run npm ci where package.json is.", failure.Message);
    }

    [Fact]
    public void PlainPath_AnyInput_GivesWhatTheReferenceGives()
    {
        var leaf = OneOf("null", "true", "1", "-2.5", "\"s\"", "[]", "[1]", "[[1]]", "{}", "[{\"b\":1},{\"b\":[2,3]}]");
        var inner = Gen.OneOf(leaf, Gen.Select(leaf, leaf, (b, c) => $$"""{"b":{{b}},"c":{{c}}}"""));
        var input = Gen.OneOf(leaf, Gen.Select(inner, inner, (a, b) => $$"""{"a":{{a}},"b":{{b}}}"""));
        var path = OneOf("$states.input", "$states.input.a", "$states.input.a.b", "$states.input.b.c", "$v", "$v.a", "$v.a.b", "$v.toString");

        Gen.Select(input, path).Sample(
            (json, expression) =>
            {
                var here = RunAsync(expression, json).GetAwaiter().GetResult();
                var reference = RunAsync($"({expression})", json).GetAwaiter().GetResult();
                Assert.Equal(reference.Output, here.Output);
                Assert.Equal(reference.Error, here.Error);
            },
            iter: 100);
    }

    private static Gen<string> OneOf(params string[] texts) => Gen.Int[0, texts.Length - 1].Select(index => texts[index]);

    private static Task<LocalCloud.StepFunctions.ExecutionRecord> RunAsync(string expression, string input) => new Bench().RunAsync(
        $$""" "A":{"Type":"Pass","Assign":{"v":"{% $states.input %}"},"Next":"B"},"B":{"Type":"Pass","Output":"{% {{expression}} %}","End":true} """, input);

    private Task<LocalCloud.StepFunctions.ExecutionRecord> EvaluateAsync(string expression) => bench.RunAsync(
        $$""" "A":{"Type":"Pass","Output":{{JsonValue.Create($"{{% {expression} %}}").ToJsonString()}},"End":true} """, """{"a":1}""");
}
