using IncidentServerless.Domain.OnCall;
using IncidentServerless.Domain.Policy;

namespace IncidentServerless.Cdk.Tests;

/// <summary>What the CDK app reads before anything is built.</summary>
public sealed class StackInputsTests : IDisposable
{
    private readonly DirectoryInfo root = Directory.CreateTempSubdirectory("incident-root-");

    public void Dispose() => root.Delete(recursive: true);

    [Fact]
    public void Policy_ThatIsNotThere_IsNamedWithWhatToDo()
    {
        var fault = Assert.Throws<SynthesisException>(() => Read(("policyFile", "mine.json")));

        Assert.Equal($"There is no policy file {In("mine.json")}. Write one, or name another with -c policyFile=<path>.", fault.Message);
    }

    [Fact]
    public void Policy_WithFaults_ReportsThemAll()
    {
        Write("mine.json", """{ "linksExpireAfter": "soon" }""");

        var fault = Assert.Throws<PolicyException>(() => Read(("policyFile", "mine.json")));

        Assert.True(fault.Faults.Length > 1, "A policy with nothing in it but a fault has several.");
        Assert.Contains(fault.Faults, each => each.Path == "linksExpireAfter");
    }

    [Fact]
    public void FunctionsAsset_WithoutABinary_IsNamedWithWhatToDo()
    {
        WritePolicy();

        var fault = Assert.Throws<SynthesisException>(() => Read(("functionsAsset", "built")));

        Assert.Equal(
            $"There is no {In("built", "bootstrap")}. Name the folder of a published src/Functions with -c functionsAsset=<folder>, or leave functionsAsset out and run `npx aws-cdk synth`, which publishes first.",
            fault.Message);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("five")]
    [InlineData("1.5")]
    public void PublicConcurrency_ThatIsNoNumber_SaysWhatIsMeant(string given)
    {
        WritePolicy();
        WriteBinary("cdk/bin/functions/bootstrap", 0x3E);

        var fault = Assert.Throws<SynthesisException>(() => Read(("publicConcurrency", given)));

        Assert.StartsWith($"publicConcurrency is {given}, and must be a whole number of at least 1", fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0xB7, Processor.Arm64)]
    [InlineData(0x3E, Processor.X64)]
    public void Processor_OfAPublishedBinary_IsReadOffItsHeader(byte machine, Processor expected)
    {
        WritePolicy();
        WriteBinary("cdk/bin/functions/bootstrap", machine);

        Assert.Equal(expected, Read().Functions.Processor);
    }

    [Fact]
    public void Policy_OfADeployment_ShipsBesideThePublishedBinary()
    {
        WritePolicy();
        WriteBinary("cdk/bin/functions/bootstrap", 0x3E);

        Read();

        Assert.Equal(File.ReadAllText(In("cdk", "incident-policy.json")), File.ReadAllText(In("cdk", "bin", "functions", "incident-policy.json")));
    }

    [Fact]
    public void TimeZones_OfADeploymentWithSchedules_ShipBesideThePublishedBinary()
    {
        var shipped = File.ReadAllText(Path.Combine(RepositoryRoot.Find(), "cdk", "incident-policy.json"));
        Write("cdk/incident-policy.json", shipped
            .Replace("// \"ana\"", "\"ana\"", StringComparison.Ordinal)
            .Replace("\"onCall\": {\n", """
                "onCall": { "primary": { "timeZone": "Europe/Stockholm", "layers": [{ "name": "All", "people": ["ana"], "from": "2026-01-05", "handOver": { "every": "day", "at": "09:00" } }] },

                """, StringComparison.Ordinal));
        WriteBinary("cdk/bin/functions/bootstrap", 0x3E);

        Read();

        var zones = TimeZoneFile.Parse(File.ReadAllText(In("cdk", "bin", "functions", "time-zones.json")));
        Assert.Equal(["Europe/Stockholm"], zones.Names);
        Assert.Equal("ana", PolicyReader.Read(File.ReadAllText(In("cdk", "bin", "functions", "incident-policy.json")), zones).OnCall["primary"].At(new DateTimeOffset(2026, 3, 2, 0, 0, 0, TimeSpan.Zero))!.Person);
    }

    [Fact]
    public void TimeZones_OfADeploymentWithoutSchedules_AreNotThere()
    {
        WritePolicy();
        WriteBinary("cdk/bin/functions/bootstrap", 0x3E);
        Write("cdk/bin/functions/time-zones.json", "of an earlier deployment");

        Read();

        Assert.False(File.Exists(In("cdk", "bin", "functions", "time-zones.json")));
    }

    [Fact]
    public void PublishedBinary_OfAnotherSystem_IsRefused()
    {
        WritePolicy();
        Write("cdk/bin/functions/bootstrap", new string('x', 64));

        Assert.StartsWith($"{In("cdk", "bin", "functions", "bootstrap")} is no Linux program", Assert.Throws<SynthesisException>(() => Read()).Message);
    }

    [Fact]
    public void GivenAsset_OfAnotherSystem_IsTakenForALocalRun()
    {
        WritePolicy();
        Write("built/bootstrap", "no ELF");

        Assert.Equal((In("built"), Processor.X64), (Read(("functionsAsset", "built")).Functions.Folder, Read(("functionsAsset", "built")).Functions.Processor));
    }

    private string In(params string[] parts) => Path.Combine([root.FullName, .. parts]);

    private StackInputs Read(params (string Key, string Value)[] context) =>
        StackInputs.Read(key => context.Where(each => each.Key == key).Select(each => each.Value).FirstOrDefault(), root.FullName);

    private void WritePolicy() => Write("cdk/incident-policy.json", File.ReadAllText(Path.Combine(RepositoryRoot.Find(), "cdk", "incident-policy.json")));

    private void Write(string file, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(In(file))!);
        File.WriteAllText(In(file), text);
    }

    private void WriteBinary(string file, byte machine)
    {
        Write(file, "");
        File.WriteAllBytes(In(file), [0x7F, (byte)'E', (byte)'L', (byte)'F', 2, 1, 1, .. new byte[9], 2, 0, machine, 0]);
    }
}
