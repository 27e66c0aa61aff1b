using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using IncidentServerless.ApiModels.Naming;
using IncidentServerless.LocalCloud.Tools;

namespace IncidentServerless.ApiModels.Models;

/// <summary>AWS's models of its APIs, as npm's <c>aws-sdk</c> carries them, by the names that Step Functions gives the services.</summary>
public sealed partial class ApiCatalogue
{
    private readonly string package;
    private readonly Lazy<Dictionary<string, (string Model, string Declarations)>> files;
    private readonly ConcurrentDictionary<string, Lazy<ServiceApi?>> services = new();

    private ApiCatalogue(string package)
    {
        this.package = package;
        files = new(Files);
    }

    /// <summary>The package of this repository, fetched when it is not there.</summary>
    public static ApiCatalogue Installed { get; } = new(Path.Combine(NpmPackages.InstalledAbove(AppContext.BaseDirectory, forDevelopers: true).Folder, "aws-sdk"));

    /// <param name="name">For example <c>costexplorer</c>.</param>
    /// <returns>Null when there is none.</returns>
    public ServiceApi? Service(string name) => services.GetOrAdd(name, _ => new(() => files.Value.TryGetValue(name, out var found)
        ? new ServiceApi(JsonNode.Parse(File.ReadAllText(found.Model))!.AsObject(), new TypeDeclarations(File.ReadLines(found.Declarations)))
        : null)).Value;

    private Dictionary<string, (string Model, string Declarations)> Files()
    {
        var folder = Path.Combine(package, "apis");
        // A service may have several versions; the last one is in force.
        var models = Directory.EnumerateFiles(folder, "*.min.json").Order(StringComparer.Ordinal)
            .GroupBy(file => Version().Replace(Path.GetFileName(file), ""))
            .ToDictionary(versions => versions.Key, versions => versions.Last());
        return JsonNode.Parse(File.ReadAllText(Path.Combine(folder, "metadata.json")))!.AsObject()
            .Select(service => (service.Key, Model: models[service.Value!["prefix"]?.GetValue<string>() ?? service.Key]))
            .ToDictionary(service => StepFunctionsNames.Service(ServiceId(service.Model)), service => (service.Model, Path.Combine(package, "clients", $"{service.Key}.d.ts")));
    }

    /// <summary>Without reading the whole model, since all of them are looked at.</summary>
    private static string ServiceId(string model)
    {
        using var reader = new StreamReader(model);
        var beginning = new char[2048];
        return Id().Match(new string(beginning, 0, reader.ReadBlock(beginning))).Groups["id"].Value;
    }

    [GeneratedRegex(@"-\d{4}-\d\d-\d\d\.min\.json$")]
    private static partial Regex Version();

    [GeneratedRegex(@"""serviceId"":\s*""(?<id>[^""]+)""")]
    private static partial Regex Id();
}
