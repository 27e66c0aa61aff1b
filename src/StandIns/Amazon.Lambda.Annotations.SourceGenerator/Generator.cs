using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Amazon.Lambda.Annotations.SourceGenerator;

/// <summary>Makes Lambda functions of methods with [LambdaFunction], and the Main that serves them.</summary>
/// <remarks>Unlike the official generator it never writes a serverless.template.</remarks>
[Generator(LanguageNames.CSharp)]
public sealed class Generator : IIncrementalGenerator
{
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var functions = context.SyntaxProvider.ForAttributeWithMetadataName(
            ModelReader.LambdaFunction,
            static (node, _) => node is MethodDeclarationSyntax,
            static (found, _) => ModelReader.ReadFunction((IMethodSymbol)found.TargetSymbol)).Collect();
        var startups = context.SyntaxProvider.ForAttributeWithMetadataName(
            ModelReader.LambdaStartup,
            static (node, _) => node is ClassDeclarationSyntax,
            static (found, _) => ModelReader.ReadStartup((INamedTypeSymbol)found.TargetSymbol)).Collect();
        var assembly = context.CompilationProvider.Select(static (compilation, _) => ModelReader.ReadAssembly(compilation));

        context.RegisterSourceOutput(
            functions.Combine(startups).Combine(assembly),
            static (output, model) => Generate(output, model.Left.Left, model.Left.Right, model.Right));
    }

    private static void Generate(
        SourceProductionContext output, IReadOnlyList<Function> functions, IReadOnlyList<Startup> startups, AssemblyFacts assembly)
    {
        if (functions.Count == 0)
        {
            return;
        }

        var faults = Checks.Find(functions, startups, assembly).ToList();
        faults.ForEach(output.ReportDiagnostic);
        if (faults.Count > 0)
        {
            return;
        }

        foreach (var function in functions)
        {
            var serializer = (function.SerializerType ?? assembly.SerializerType)!;
            output.AddSource(
                $"{function.GeneratedClassName}.g.cs",
                SourceText.From(FunctionTemplate.Render(function, startups.FirstOrDefault(), serializer), Encoding.UTF8));
        }

        if (assembly.GenerateMain)
        {
            output.AddSource("Program.g.cs", SourceText.From(MainTemplate.Render(functions, assembly.SerializerType), Encoding.UTF8));
        }
    }
}
