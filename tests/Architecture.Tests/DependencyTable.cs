namespace IncidentServerless.Architecture.Tests;

/// <summary>
/// Who may depend on whom: EventPatterns ← Domain ← Storage ← Functions; LocalCloud knows no incident; Cli starts Functions
/// and never compiles against it; AWS is known to Storage, Functions and cdk alone, and NodaTime to TimeZones, which no function carries.
/// </summary>
internal static class DependencyTable
{
    private const string StandIns = "src/StandIns/";

    private static readonly string[] Any = ["*"];
    private static readonly string[] No = [];

    private static readonly Dictionary<string, Row> Rows = new()
    {
        //                            compiles against                                               builds first          AWS packages                           other packages
        ["EventPatterns"] = new(      No,                                                            No,                   No,                                    No),
        ["Domain"] = new(             ["EventPatterns"],                                             No,                   No,                                    No),
        ["TimeZones"] = new(          ["Domain"],                                                    No,                   No,                                    ["NodaTime"]),
        ["Storage"] = new(            ["Domain", "EventPatterns"],                                   No,                   Any,                                   Any),
        ["Workflows"] = new(          No,                                                            No,                   No,                                    Any),
        ["Functions"] = new(          ["Storage", "Domain", "Workflows"],                            No,                   Any,                                   Any),
        ["LocalCloud"] = new(         ["EventPatterns"],                                             No,                   ["AWSSDK.DynamoDBv2"],                 Any),
        ["Cli"] = new(                ["LocalCloud", "Domain", "TimeZones", "Storage", "Workflows"], ["Functions", "Cdk"], No,                                    Any),
        ["Cdk"] = new(                ["Workflows", "Domain", "TimeZones", "EventPatterns"],         No,                   Any,                                   Any),
        [StandIns] = new(             No,                                                            No,                   ["AWSSDK.Core", "Amazon.Lambda.Core"], Any),

        ["EventPatterns.Tests"] = new(["EventPatterns"],                                             No,                   No,                                    Any),
        ["Domain.Tests"] = new(       ["Domain", "EventPatterns", "TimeZones"],                      No,                   No,                                    Any),
        ["Storage.Tests"] = new(      ["Storage", "Domain", "LocalCloud"],                           No,                   Any,                                   Any),
        ["Workflows.Tests"] = new(    ["Workflows", "Domain", "LocalCloud", "ApiModels"],            No,                   No,                                    Any),
        ["Functions.Tests"] = new(    ["Functions", "Storage", "Domain", "Workflows", "LocalCloud"], ["Functions"],        Any,                                   Any),
        ["LocalCloud.Tests"] = new(   ["LocalCloud", "EventPatterns"],                               ["Functions"],        Any,                                   Any),
        ["StandIns.Tests"] = new(     ["Amazon.Lambda.Annotations.SourceGenerator"],                 No,                   Any,                                   Any),
        ["Cdk.Tests"] = new(          ["Cdk", "Workflows", "Domain", "EventPatterns", "Storage"],    No,                   Any,                                   Any),
        ["Scenarios.Tests"] = new(    ["Cli", "LocalCloud", "Domain", "Storage", "Workflows", "ApiModels"], ["Functions", "Cdk"], No,                             Any),
        ["ApiModels"] = new(          ["LocalCloud"],                                                No,                   No,                                    No),
        ["ApiModels.Tests"] = new(    ["ApiModels"],                                                 No,                   No,                                    No),
        ["Architecture.Tests"] = new( No,                                                            No,                   No,                                    No),
        ["Conformance"] = new(        ["EventPatterns", "LocalCloud"],                               No,                   No,                                    Any),
        ["Benchmarks"] = new(         ["EventPatterns", "Cli", "LocalCloud"],                        No,                   No,                                    Any),
        ["Benchmarks.Floor"] = new(   No,                                                            No,                   No,                                    No),
        ["Benchmarks.Function"] = new(No,                                                            No,                   Any,                                   Any),
    };

    /// <summary>The dependencies of a project that the table does not allow, a sentence each.</summary>
    internal static IEnumerable<string> Violations(Project project)
    {
        var inStandIns = project.Path.StartsWith(StandIns, StringComparison.Ordinal);
        if (!Rows.TryGetValue(inStandIns ? StandIns : project.Name, out var row))
            return [$"{project.Path} has no row in the table of dependencies: decide what it may depend on, and add one."];

        var aws = project.Packages.ToLookup(IsAws);
        return
        [
            .. project.References.Where(Outside(row.References))
                .Select(name => $"{project.Path} must not compile against {name}: allowed are {List(row.References)}."),
            .. project.BuildsFirst.Where(Outside([.. row.References, .. row.BuildsFirst]))
                .Select(name => $"{project.Path} must not have {name} built before it: allowed are {List(row.BuildsFirst)}."),
            .. aws[true].Where(Outside(row.AwsPackages))
                .Select(name => $"{project.Path} must not use the AWS package {name}: allowed are {List(row.AwsPackages)}."),
            .. aws[false].Where(Outside(row.OtherPackages))
                .Select(name => $"{project.Path} must not use the package {name}: allowed are {List(row.OtherPackages)}."),
        ];
    }

    private static bool IsAws(string package) =>
        package is "Constructs" || package.Split('.')[0] is "AWSSDK" or "AWS" or "Amazon";

    private static Func<string, bool> Outside(string[] allowed) => name => allowed is not ["*"] && !allowed.Contains(name);

    private static string List(string[] allowed) => allowed is [] ? "none" : string.Join(", ", allowed);

    private sealed record Row(string[] References, string[] BuildsFirst, string[] AwsPackages, string[] OtherPackages);
}
