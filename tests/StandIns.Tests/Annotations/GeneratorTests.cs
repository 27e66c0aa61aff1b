using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace IncidentServerless.StandIns.Tests.Annotations;

public class GeneratorTests
{
    private const string Valid = "[LambdaFunction] public Task One(string x) => Task.CompletedTask;";

    [Fact]
    public void Program_WithEveryShape_CompilesWithoutWarning()
    {
        var generation = Generation.Of(Samples.Program);

        Assert.Empty(generation.Reported);
        Assert.Empty(generation.CompilerErrors);
        Assert.Equal("Sample.GeneratedProgram", generation.Program.GetEntryPoint(default)!.ContainingType.ToDisplayString());
    }

    [Fact]
    public void Function_WithoutStartup_IsMadeByNew()
    {
        var generation = Generation.Of(Samples.WithFunctions(Valid));

        Assert.Empty(generation.CompilerErrors);
        Assert.DoesNotContain(generation.Sources, source => source.Contains("ServiceCollection", StringComparison.Ordinal));
    }

    [Fact]
    public void Library_WithoutGenerateMain_GetsNoMain()
    {
        var source = Samples.WithFunctions(Valid, "[assembly: LambdaSerializer(typeof(Sample.Json))]\n");

        var generation = Generation.Of(source, OutputKind.DynamicallyLinkedLibrary, withRuntimeSupport: false);

        Assert.Empty(generation.CompilerErrors);
        Assert.Contains("class Functions_One_Generated", Assert.Single(generation.Sources), StringComparison.Ordinal);
    }

    [Fact]
    public void Program_WithoutFunctions_GetsNothing() =>
        Assert.Empty(Generation.Of(Samples.WithFunctions("public static void Main() { }")).Sources);

    [Fact]
    public void EditElsewhere_DoesNotRegenerate()
    {
        var first = Generation.Of(Samples.Program);
        var original = first.Program.RemoveSyntaxTrees(first.Driver.GetRunResult().GeneratedTrees);

        var second = first.Driver.RunGenerators(original.AddSyntaxTrees(CSharpSyntaxTree.ParseText("class Unrelated;")));

        var outputs = second.GetRunResult().Results.Single().TrackedOutputSteps.SelectMany(step => step.Value).SelectMany(step => step.Outputs);
        Assert.All(outputs, output => Assert.Equal(IncrementalStepRunReason.Cached, output.Reason));
    }

    [Fact]
    public void SecondStartup_IsRefused() => AssertRefused(
        Samples.Program + " namespace Sample { [LambdaStartup] public class Another { public void ConfigureServices(IServiceCollection s) { } } }",
        "AWSLambda0101",
        "'global::Sample.Another' is a second class with [LambdaStartup]. Only one class can register the services: keep the attribute on one of them.");

    [Fact]
    public void Startup_WithoutConfigureServices_IsRefused() => AssertRefused(
        Samples.WithFunctions(Valid) + "[LambdaStartup] public class Startup { public void Configure(IServiceCollection s) { } }",
        "StandIn0003",
        "'global::Startup' has [LambdaStartup] but no method 'public void ConfigureServices(IServiceCollection services)'");

    [Fact]
    public void Main_WithoutRuntimeSupport_IsRefused() => AssertRefused(
        Generation.Of(Samples.WithFunctions(Valid), withRuntimeSupport: false),
        "AWSLambda0104",
        "GenerateMain needs the package Amazon.Lambda.RuntimeSupport. Add a reference to it.");

    [Fact]
    public void Function_WithoutSerializer_IsRefused() => AssertRefused(
        Samples.WithFunctions(Valid, "[assembly: LambdaGlobalProperties(GenerateMain = true)]\n"),
        "AWSLambda0108",
        "'One' has no serializer. Put [assembly: LambdaSerializer(typeof(…))] into the project, or [LambdaSerializer] on the method.");

    [Fact]
    public void Function_WithItsOwnSerializer_NeedsNoOther() =>
        Assert.Empty(Generation.Of(Samples.WithFunctions(
            "[LambdaFunction, LambdaSerializer(typeof(Json))] public Task One(string x) => Task.CompletedTask;",
            "[assembly: LambdaGlobalProperties(GenerateMain = true)]\n")).CompilerErrors);

    [Fact]
    public void Main_InALibrary_IsRefused() => AssertRefused(
        Generation.Of(Samples.WithFunctions(Valid), OutputKind.DynamicallyLinkedLibrary),
        "AWSLambda0111",
        "GenerateMain needs an executable. Set <OutputType>Exe</OutputType> in the project.");

    [Fact]
    public void Runtime_ThatIsUnknown_IsRefused() => AssertRefused(
        Samples.WithFunctions(Valid, Samples.Assembly.Replace("provided.al2023", "dotnet6")),
        "AWSLambda0112",
        "LambdaGlobalProperties has the runtime 'dotnet6'. It must be one of: provided.al2, provided.al2023, dotnet8, dotnet10.");

    [Fact]
    public void TwoFunctions_OfOneName_AreRefused() => AssertRefused(
        Samples.WithFunctions(Valid) + "namespace Sample { public class Others { " + Valid + " } }",
        "StandIn0001",
        "ANNOTATIONS_HANDLER chooses functions by their method's name alone, and 'One' is the name of one in Functions already. Rename this one in Others.");

    [Theory]
    [InlineData("public static Task One(string x) => Task.CompletedTask;")]
    [InlineData("internal Task One(string x) => Task.CompletedTask;")]
    [InlineData("public Task One<T>(T x) => Task.CompletedTask;")]
    [InlineData("public Task One() => Task.CompletedTask;")]
    [InlineData("public Task One(string x, string y) => Task.CompletedTask;")]
    [InlineData("public Task One(ref string x) => Task.CompletedTask;")]
    [InlineData("public string One(string x) => x;")]
    [InlineData("public void One(string x) { }")]
    [InlineData("public ValueTask One(string x) => default;")]
    public void Function_OfAnotherShape_IsRefused(string function) => AssertRefused(
        Samples.WithFunctions("[LambdaFunction] " + function),
        "StandIn0002",
        "'One' cannot be a Lambda function: it must be a public, non-generic instance method that takes one payload, at most one ILambdaContext and any [FromServices] parameters, and returns Task or Task<T>");

    private static void AssertRefused(string source, string id, string message) => AssertRefused(Generation.Of(source), id, message);

    private static void AssertRefused(Generation generation, string id, string message)
    {
        var diagnostic = Assert.Single(generation.Reported);
        Assert.Equal((id, message, DiagnosticSeverity.Error), (diagnostic.Id, diagnostic.GetMessage(), diagnostic.Severity));
        Assert.Empty(generation.Sources);
    }
}
