using System.Text.Json.Nodes;
using IncidentServerless.Cli;
using IncidentServerless.Cli.Preparation;

namespace IncidentServerless.Scenarios.Tests.Preparation;

public sealed class PolicyTextTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    [Fact]
    public async Task Policy_Mistyped_NamesTheLine()
    {
        var file = folder.Write("policy.json", "{\n  \"severities\": oops\n}");

        var refused = await Assert.ThrowsAsync<RefusedException>(() => PolicyText.WithAsync(null, file));

        Assert.StartsWith($"{file} cannot be used:\n", refused.Message, StringComparison.Ordinal);
        Assert.Contains("line 2, column 17", refused.Message, StringComparison.Ordinal);
        Assert.Contains("is not JSON.", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Policy_MemberWrittenTwice_IsNamed()
    {
        var file = folder.Write("policy.json", """{"people":{},"people":{}}""");

        var refused = await Assert.ThrowsAsync<RefusedException>(() => PolicyText.WithAsync(new JsonObject { ["people"] = new JsonObject() }, file));

        Assert.Contains("people is written twice; keep one of them", refused.Message.Replace(":", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Patch_ThatMakesAFault_IsBlamed()
    {
        var refused = await Assert.ThrowsAsync<RefusedException>(() => PolicyText.WithAsync(new JsonObject { ["severities"] = 5 }, BuiltParts.Policy));

        Assert.StartsWith($"{BuiltParts.Policy}, with the scenario's patch over it, cannot be used:\n", refused.Message, StringComparison.Ordinal);
    }

    public void Dispose() => folder.Dispose();
}
