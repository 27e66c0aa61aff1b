using Microsoft.CodeAnalysis;

namespace Amazon.Lambda.Annotations.SourceGenerator;

/// <summary>Finds what cannot work before any code is generated for it.</summary>
internal static class Checks
{
    private static readonly string[] Runtimes = ["provided.al2", "provided.al2023", "dotnet8", "dotnet10"];

    public static IEnumerable<Diagnostic> Find(IReadOnlyList<Function> functions, IReadOnlyList<Startup> startups, AssemblyFacts assembly) =>
        OfStartups(startups)
            .Concat(functions.SelectMany(function => OfFunction(function, assembly)))
            .Concat(assembly.GenerateMain ? OfMain(functions, assembly) : []);

    private static IEnumerable<Diagnostic> OfStartups(IReadOnlyList<Startup> startups) =>
        startups.Skip(1).Select(startup => At(startup.Place, Diagnostics.MultipleStartups, startup.Type))
            .Concat(startups.Where(startup => !startup.RegistersServices)
                .Select(startup => At(startup.Place, Diagnostics.StartupWithoutServices, startup.Type)));

    private static IEnumerable<Diagnostic> OfFunction(Function function, AssemblyFacts assembly)
    {
        if (!function.IsSupported)
        {
            yield return At(function.Place, Diagnostics.UnsupportedShape, function.MethodName);
        }

        if ((function.SerializerType ?? assembly.SerializerType) is null)
        {
            yield return At(function.Place, Diagnostics.MissingSerializer, function.MethodName);
        }
    }

    private static IEnumerable<Diagnostic> OfMain(IReadOnlyList<Function> functions, AssemblyFacts assembly)
    {
        if (!assembly.IsExecutable)
        {
            yield return At(null, Diagnostics.NotExecutable);
        }

        if (!assembly.HasRuntimeSupport)
        {
            yield return At(null, Diagnostics.MissingRuntimeSupport);
        }

        if (assembly.Runtime is not null && !Runtimes.Contains(assembly.Runtime))
        {
            yield return At(null, Diagnostics.UnknownRuntime, assembly.Runtime, string.Join(", ", Runtimes));
        }

        foreach (var namesakes in functions.GroupBy(function => function.MethodName).Where(group => group.Count() > 1))
        {
            foreach (var function in namesakes.Skip(1))
            {
                yield return At(
                    function.Place, Diagnostics.DuplicateName, function.MethodName, namesakes.First().ClassName, function.ClassName);
            }
        }
    }

    private static Diagnostic At(SourcePlace? place, DiagnosticDescriptor descriptor, params object[] arguments) =>
        Diagnostic.Create(descriptor, place?.ToLocation() ?? Location.None, arguments);
}
