using Microsoft.CodeAnalysis;

namespace Amazon.Lambda.Annotations.SourceGenerator;

/// <summary>Reads the model off the compiler's symbols.</summary>
internal static class ModelReader
{
    public const string LambdaFunction = "Amazon.Lambda.Annotations.LambdaFunctionAttribute";
    public const string LambdaStartup = "Amazon.Lambda.Annotations.LambdaStartupAttribute";
    private const string FromServices = "Amazon.Lambda.Annotations.FromServicesAttribute";
    private const string GlobalProperties = "Amazon.Lambda.Annotations.LambdaGlobalPropertiesAttribute";
    private const string LambdaSerializer = "Amazon.Lambda.Core.LambdaSerializerAttribute";
    private const string LambdaContext = "Amazon.Lambda.Core.ILambdaContext";
    private const string Bootstrap = "Amazon.Lambda.RuntimeSupport.LambdaBootstrapBuilder";
    private const string ServiceCollection = "Microsoft.Extensions.DependencyInjection.IServiceCollection";
    private const string Task = "System.Threading.Tasks.Task";
    private const string TaskOfResult = "System.Threading.Tasks.Task<TResult>";

    private static readonly SymbolDisplayFormat TypeFormat = SymbolDisplayFormat.FullyQualifiedFormat
        .AddMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier);

    public static Function ReadFunction(IMethodSymbol method)
    {
        var type = method.ContainingType;
        var parameters = new EquatableList<Parameter>(method.Parameters.Select(ReadParameter));
        return new(
            type.ContainingNamespace.IsGlobalNamespace ? string.Empty : type.ContainingNamespace.ToDisplayString(),
            type.Name,
            type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat),
            method.Name,
            parameters,
            ResultType(method.ReturnType),
            SerializerType(method),
            IsSupported(method, parameters),
            SourcePlace.Of(method));
    }

    public static Startup ReadStartup(INamedTypeSymbol type) =>
        new(
            type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat),
            type.GetMembers("ConfigureServices").OfType<IMethodSymbol>().Any(method =>
                method is { IsStatic: false, ReturnsVoid: true, DeclaredAccessibility: Accessibility.Public or Accessibility.Internal, Parameters.Length: 1 }
                && method.Parameters[0].Type.ToDisplayString() == ServiceCollection),
            SourcePlace.Of(type));

    public static AssemblyFacts ReadAssembly(Compilation compilation)
    {
        var properties = compilation.Assembly.GetAttributes().FirstOrDefault(attribute => Is(attribute, GlobalProperties));
        var values = properties?.NamedArguments.ToDictionary(argument => argument.Key, argument => argument.Value.Value) ?? [];
        return new(
            values.TryGetValue("GenerateMain", out var generateMain) && generateMain is true,
            values.TryGetValue("Runtime", out var runtime) ? runtime as string : null,
            SerializerType(compilation.Assembly),
            compilation.Options.OutputKind is OutputKind.ConsoleApplication or OutputKind.WindowsApplication,
            compilation.GetTypeByMetadataName(Bootstrap) is not null);
    }

    private static Parameter ReadParameter(IParameterSymbol parameter)
    {
        var kind = parameter.GetAttributes().Any(attribute => Is(attribute, FromServices)) ? ParameterKind.Service
            : parameter.Type.WithNullableAnnotation(NullableAnnotation.NotAnnotated).ToDisplayString() == LambdaContext ? ParameterKind.Context
            : ParameterKind.Payload;
        return new(parameter.Name, parameter.Type.ToDisplayString(TypeFormat), kind);
    }

    private static string? ResultType(ITypeSymbol returnType) =>
        returnType is INamedTypeSymbol { TypeArguments.Length: 1 } type && type.OriginalDefinition.ToDisplayString() == TaskOfResult
            ? type.TypeArguments[0].ToDisplayString(TypeFormat)
            : null;

    private static bool IsSupported(IMethodSymbol method, EquatableList<Parameter> parameters) =>
        method is { IsStatic: false, IsGenericMethod: false, DeclaredAccessibility: Accessibility.Public, ContainingType.IsGenericType: false }
        && parameters.Count(parameter => parameter.Kind == ParameterKind.Payload) == 1
        && parameters.Count(parameter => parameter.Kind == ParameterKind.Context) <= 1
        && method.Parameters.All(parameter => parameter.RefKind == RefKind.None)
        && method.ReturnType.OriginalDefinition.ToDisplayString() is Task or TaskOfResult;

    private static string? SerializerType(ISymbol symbol) =>
        symbol.GetAttributes().FirstOrDefault(attribute => Is(attribute, LambdaSerializer)) is { ConstructorArguments.Length: 1 } serializer
            && serializer.ConstructorArguments[0].Value is ITypeSymbol type
                ? type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat)
                : null;

    private static bool Is(AttributeData attribute, string name) => attribute.AttributeClass?.ToDisplayString() == name;
}
