using Microsoft.CodeAnalysis;

namespace Amazon.Lambda.Annotations.SourceGenerator;

/// <summary>What can be wrong with a function. AWSLambda… are the official generator's numbers, StandIn… are ours.</summary>
internal static class Diagnostics
{
    public static readonly DiagnosticDescriptor MultipleStartups = Error(
        "AWSLambda0101",
        "Multiple LambdaStartup classes",
        "'{0}' is a second class with [LambdaStartup]. Only one class can register the services: keep the attribute on one of them.");

    public static readonly DiagnosticDescriptor MissingRuntimeSupport = Error(
        "AWSLambda0104",
        "Missing reference",
        "GenerateMain needs the package Amazon.Lambda.RuntimeSupport. Add a reference to it.");

    public static readonly DiagnosticDescriptor MissingSerializer = Error(
        "AWSLambda0108",
        "No serializer",
        "'{0}' has no serializer. Put [assembly: LambdaSerializer(typeof(…))] into the project, or [LambdaSerializer] on the method.");

    public static readonly DiagnosticDescriptor NotExecutable = Error(
        "AWSLambda0111",
        "Not an executable",
        "GenerateMain needs an executable. Set <OutputType>Exe</OutputType> in the project.");

    public static readonly DiagnosticDescriptor UnknownRuntime = Error(
        "AWSLambda0112",
        "Unknown runtime",
        "LambdaGlobalProperties has the runtime '{0}'. It must be one of: {1}.");

    public static readonly DiagnosticDescriptor DuplicateName = Error(
        "StandIn0001",
        "Duplicate function name",
        "ANNOTATIONS_HANDLER chooses functions by their method's name alone, and '{0}' is the name of one in {1} already. Rename this one in {2}.");

    public static readonly DiagnosticDescriptor UnsupportedShape = Error(
        "StandIn0002",
        "Unsupported function",
        "'{0}' cannot be a Lambda function: it must be a public, non-generic instance method that takes one payload, at most one ILambdaContext and any [FromServices] parameters, and returns Task or Task<T>");

    public static readonly DiagnosticDescriptor StartupWithoutServices = Error(
        "StandIn0003",
        "Startup registers nothing",
        "'{0}' has [LambdaStartup] but no method 'public void ConfigureServices(IServiceCollection services)'");

    private static DiagnosticDescriptor Error(string id, string title, string message) =>
        new(id, title, message, "AWSLambda", DiagnosticSeverity.Error, isEnabledByDefault: true);
}
