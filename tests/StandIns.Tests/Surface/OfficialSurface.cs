using System.Reflection;

namespace IncidentServerless.StandIns.Tests.Surface;

/// <summary>What is known of an official package's public surface, as <c>Official/{package}.txt</c> lists it.</summary>
/// <remarks>
/// The lists follow the public sources (aws/aws-lambda-dotnet, aws/aws-sdk-net and aws-powertools/powertools-lambda-dotnet on GitHub), never
/// the stand-ins. A list need not be whole: types for which there is no stand-in are not in it, nor is what is not known for certain.
/// </remarks>
internal static class OfficialSurface
{
    public static IReadOnlyList<string> Of(string package)
    {
        using var list = Assembly.GetExecutingAssembly().GetManifestResourceStream($"{package}.txt")
            ?? throw new FileNotFoundException($"No list says what the official {package} has.", $"Surface/Official/{package}.txt");
        using var reader = new StreamReader(list);
        return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    /// <summary>What the stand-in has and the official package, as far as the list knows, has not.</summary>
    public static IReadOnlyList<string> Beyond(IEnumerable<string> official, IEnumerable<string> standIn) =>
        [.. standIn.Except(official, StringComparer.Ordinal)];
}
