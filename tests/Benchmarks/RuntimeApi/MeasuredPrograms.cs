using IncidentServerless.Cli;
using IncidentServerless.Cli.Preparation;
using IncidentServerless.LocalCloud.Tools;

namespace IncidentServerless.Benchmarks.RuntimeApi;

/// <summary>The programs that are measured, published when they are not up to date.</summary>
internal static class MeasuredPrograms
{
    private static readonly Dictionary<string, string> Nothing = [];

    /// <summary>Settings that nothing is behind: an event that needs them is not sent.</summary>
    private static readonly Dictionary<string, string> SettingsOfClassifyAlarm = new()
    {
        ["ANNOTATIONS_HANDLER"] = "ClassifyAlarm",
        ["AWS_REGION"] = "eu-west-1",
        ["AWS_ACCESS_KEY_ID"] = "measured",
        ["AWS_SECRET_ACCESS_KEY"] = "measured",
        ["INCIDENT_TABLE"] = "incidents",
        ["FUNCTION_TIMEOUT_SECONDS"] = "30",
        ["LIFECYCLE_STATE_MACHINE_ARN"] = "arn:aws:states:eu-west-1:111122223333:stateMachine:incident-lifecycle",
        ["PAGE_TOPIC_ARN"] = "arn:aws:sns:eu-west-1:111122223333:pages",
        ["LINK_KEY_ARN"] = "arn:aws:kms:eu-west-1:111122223333:key/links",
        ["RESPOND_URL"] = "https://respond.lambda-url.eu-west-1.on.aws/",
    };

    /// <summary>A socket loop: what any program needs.</summary>
    public static async Task<MeasuredProgram> FloorAsync() =>
        new("floor: a socket loop", await PublishAsync("tests/Benchmarks.Floor", Own("floor"), "IncidentServerless.Benchmarks.Floor"), Nothing);

    /// <summary>A trivial handler on the stack that the suite's functions stand on.</summary>
    public static async Task<MeasuredProgram> TrivialFunctionAsync() =>
        new("a trivial function", await PublishAsync("tests/Benchmarks.Function", Own("function"), "IncidentServerless.Benchmarks.Function"), new Dictionary<string, string> { ["ANNOTATIONS_HANDLER"] = "TakeBatch" });

    /// <summary>The binary that deploys, as its function ClassifyAlarm.</summary>
    public static async Task<MeasuredProgram> DeployedAsync()
    {
        var binary = await PublishAsync("src/Functions", Path.Combine("cdk", "bin"), "bootstrap");
        return new("the deployed binary", binary, new Dictionary<string, string>(SettingsOfClassifyAlarm) { ["LAMBDA_TASK_ROOT"] = Path.GetDirectoryName(BuiltParts.Policy)! });
    }

    private static string Own(string name) => Path.Combine("tests", "Benchmarks", "bin", name);

    /// <summary>As cdk.json publishes the functions, and for them at the same place.</summary>
    private static async Task<string> PublishAsync(string project, string folder, string assembly)
    {
        await Console.Error.WriteLineAsync($"Publishing {project}");
        var (root, output) = (BuiltParts.RepositoryRoot, Path.Combine(folder, "functions"));
        string[] arguments = ["publish", project, "-c", "Release", "-r", "linux-x64", "-o", output, "--artifacts-path", Path.Combine(folder, "native"), "-v", "q", "--nologo"];
        var answer = await ExternalTool.RunAsync("dotnet", arguments, root)
            ?? throw new RefusedException("The .NET SDK is needed to publish what is measured, but there is no 'dotnet' on the PATH.");
        return answer.ExitCode == 0 ? Path.Combine(root, output, assembly) : throw new RefusedException($"{project} could not be published:\n{answer.LastLines}");
    }
}
