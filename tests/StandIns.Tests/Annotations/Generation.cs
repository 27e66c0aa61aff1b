using System.Collections.Immutable;
using Amazon.Lambda.Annotations;
using Amazon.Lambda.Annotations.SourceGenerator;
using Amazon.Lambda.Core;
using Amazon.Lambda.RuntimeSupport;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.Extensions.DependencyInjection;

namespace IncidentServerless.StandIns.Tests.Annotations;

/// <summary>A program as the compiler sees it after the generator.</summary>
internal sealed record Generation(Compilation Program, ImmutableArray<Diagnostic> Reported, GeneratorDriver Driver)
{
    private static readonly Type[] StandIns = [typeof(LambdaFunctionAttribute), typeof(ILambdaContext), typeof(ServiceProvider), typeof(IServiceCollection)];

    private static readonly string Usings = """
        using System;
        using System.Collections.Generic;
        using System.IO;
        using System.Threading.Tasks;
        using Amazon.Lambda.Annotations;
        using Amazon.Lambda.Annotations.SQS;
        using Amazon.Lambda.Core;
        using Microsoft.Extensions.DependencyInjection;

        """;

    /// <summary>The sources that the generator added.</summary>
    public IReadOnlyList<string> Sources => [.. Driver.GetRunResult().GeneratedTrees.Select(tree => tree.ToString())];

    /// <summary>What is wrong with the program, in the compiler's words.</summary>
    public IReadOnlyList<string> CompilerErrors =>
        [.. Program.GetDiagnostics().Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning).Select(diagnostic => diagnostic.ToString())];

    public static Generation Of(string source, OutputKind kind = OutputKind.ConsoleApplication, bool withRuntimeSupport = true)
    {
        var compilation = Compile(source, kind, withRuntimeSupport);
        var driver = CSharpGeneratorDriver.Create([new Generator().AsSourceGenerator()], driverOptions: new(default, trackIncrementalGeneratorSteps: true))
            .RunGeneratorsAndUpdateCompilation(compilation, out var program, out var reported);
        return new(program, reported, driver);
    }

    private static CSharpCompilation Compile(string source, OutputKind kind, bool withRuntimeSupport)
    {
        var framework = Directory.GetFiles(Path.GetDirectoryName(typeof(object).Assembly.Location)!, "System*.dll");
        var assemblies = StandIns.Concat(withRuntimeSupport ? [typeof(LambdaBootstrapBuilder)] : []).Select(type => type.Assembly.Location);
        return CSharpCompilation.Create(
            "GeneratedSample",
            [CSharpSyntaxTree.ParseText(Usings + source, path: "Sample.cs")],
            framework.Concat(assemblies).Where(IsManaged).Select(file => MetadataReference.CreateFromFile(file)),
            new CSharpCompilationOptions(kind, nullableContextOptions: NullableContextOptions.Enable));
    }

    private static bool IsManaged(string file) => !Path.GetFileName(file).Contains("Native", StringComparison.Ordinal);
}
