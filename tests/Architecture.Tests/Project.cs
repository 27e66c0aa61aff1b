using System.Xml.Linq;

namespace IncidentServerless.Architecture.Tests;

/// <summary>What a project file says of the project's dependencies.</summary>
/// <param name="Path">The project file, from the repository's root.</param>
/// <param name="References">Projects that it compiles against.</param>
/// <param name="BuildsFirst">Projects that are only built before it (<c>ReferenceOutputAssembly="false"</c>).</param>
/// <param name="Packages">Packages, by PackageReference or AwsPackage.</param>
/// <param name="Text">The whole file.</param>
internal sealed record Project(
    string Path,
    IReadOnlyList<string> References,
    IReadOnlyList<string> BuildsFirst,
    IReadOnlyList<string> Packages,
    string Text)
{
    internal string Name => System.IO.Path.GetFileNameWithoutExtension(Path);

    internal bool BansImpurity =>
        XDocument.Parse(Text).Descendants("BanImpurity").Any(property => property.Value == "true" && property.Attribute("Condition") is null);

    internal static Project Read(string path, string text)
    {
        var items = XDocument.Parse(text).Descendants("ItemGroup").Elements().Where(item => item.Attribute("Include") is not null).ToList();
        var projects = items.Where(item => item.Name == "ProjectReference").ToLookup(IsCompiledAgainst, Referenced);
        var packages = items.Where(item => item.Name.LocalName is "PackageReference" or "AwsPackage");
        return new Project(path, [.. projects[true]], [.. projects[false]], [.. packages.SelectMany(Included)], text);
    }

    private static bool IsCompiledAgainst(XElement reference) =>
        !string.Equals(
            (string?)reference.Attribute("ReferenceOutputAssembly") ?? (string?)reference.Element("ReferenceOutputAssembly"),
            "false",
            StringComparison.OrdinalIgnoreCase);

    private static string Referenced(XElement reference) =>
        System.IO.Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value.Replace('\\', '/'));

    private static string[] Included(XElement item) =>
        item.Attribute("Include")!.Value.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
