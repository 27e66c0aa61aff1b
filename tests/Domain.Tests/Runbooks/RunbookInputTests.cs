using System.Text.Json;
using CsCheck;
using IncidentServerless.Domain.Runbooks;
using IncidentServerless.Domain.Severity;
using IncidentServerless.Domain.Tests.Messages;

namespace IncidentServerless.Domain.Tests.Runbooks;

public sealed class RunbookInputTests
{
    [Theory]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("""{ "incidentId": null, "dryRun": false, "title": null, "severity": null, "tenants": null, "budget": null, "by": null, "generation": null }""")]
    public void Read_NothingWritten_IsAnEmptyInput(string json)
    {
        var input = Read(json);

        Assert.Equal((null, null, false, null, null), (input.IncidentId, input.Generation, input.DryRun, input.Title, input.Severity));
        Assert.Empty(input.Tenants);
    }

    [Fact]
    public void Read_EverythingOfADeclaredIncident_GivesEveryValue()
    {
        var input = Read("""{ "dryRun": true, "title": "Costs rise", "severity": "SEV2", "tenants": ["acme"], "budget": "prod", "by": "Ana" }""");

        Assert.Equal((true, "Costs rise", SeverityLevel.Sev2, "prod", "Ana"), (input.DryRun, input.Title, input.Severity, input.Budget, input.By));
        Assert.Equal(["acme"], input.Tenants.AsEnumerable());
    }

    [Fact]
    public void Read_AnIncidentThatExists_GivesItsIdAndGeneration()
    {
        var input = Read("""{ "incidentId": "INC-20260302-ABCDEFGH", "generation": 2 }""");

        Assert.Equal(("INC-20260302-ABCDEFGH", 2), (input.IncidentId, input.Generation));
    }

    [Fact]
    public void Read_EverythingWrong_NamesAllFaultsAtOnce() => Assert.Equal(
        "The input cannot be used: "
        + "dryrun is not known; known are incidentId, dryRun, title, severity, tenants, budget, resources, by; "
        + "incidentId: \"INC-1\" is no incident's id; those look like INC-20260302-ABCDEFGH; "
        + "generation is 0; expected a whole number from 1; "
        + "dryRun is \"yes\"; expected true or false; "
        + "title is \"two\\nlines\"; expected a text on one line; "
        + "severity is \"SEV9\"; expected SEV1, SEV2, SEV3 or SEV4; "
        + "tenants is a list; expected a list of at most 20 names of at most 120 characters; "
        + "budget is 7; expected a text on one line; "
        + "by has more than 80 characters; "
        + "title belongs to an incident that is declared, and incidentId names one that exists: leave one of the two out; "
        + "severity belongs to an incident that is declared, and incidentId names one that exists: leave one of the two out; "
        + "tenants belongs to an incident that is declared, and incidentId names one that exists: leave one of the two out; "
        + "budget belongs to an incident that is declared, and incidentId names one that exists: leave one of the two out.",
        Assert.Throws<BadRunbookInputException>(() => Read($$"""
            { "dryrun": true, "incidentId": "INC-1", "generation": 0, "dryRun": "yes", "title": "two\nlines", "severity": "SEV9", "tenants": [""], "budget": 7, "by": "{{new string('x', 81)}}" }
            """)).Message);

    [Theory]
    [InlineData("[]", "the input is a list; it must be an object such as {\"dryRun\": true}")]
    [InlineData("\"go\"", "the input is \"go\"; it must be an object such as {\"dryRun\": true}")]
    [InlineData("true", "the input is true; it must be an object such as {\"dryRun\": true}")]
    [InlineData("""{ "title": " " }""", "title is \"\"; expected a text on one line")]
    [InlineData("""{ "title": "\ud83d" }""", "title is \"\\ud83d\"; expected a text on one line")]
    [InlineData("""{ "severity": 1 }""", "severity is 1; expected a text on one line")]
    [InlineData("""{ "severity": "sev1" }""", "severity is \"sev1\"; expected SEV1, SEV2, SEV3 or SEV4")]
    [InlineData("""{ "tenants": "acme" }""", "tenants is \"acme\"; expected a list of at most 20 names of at most 120 characters")]
    [InlineData("""{ "generation": 1.5 }""", "generation is 1.5; expected a whole number from 1")]
    [InlineData("""{ "dryRun": {} }""", "dryRun is an object; expected true or false")]
    public void Read_OneFault_SaysWhatWasExpected(string json, string fault) =>
        Assert.Equal($"The input cannot be used: {fault}.", Assert.Throws<BadRunbookInputException>(() => Read(json)).Message);

    [Fact]
    public void Read_TooLong_SaysHowMuchIsAllowed()
    {
        var faults = Assert.Throws<BadRunbookInputException>(() => Read($$"""{ "title": "{{new string('x', 201)}}", "budget": "{{new string('x', 101)}}" }""")).Message;

        Assert.Equal("The input cannot be used: title has more than 200 characters; budget has more than 100 characters.", faults);
    }

    [Fact]
    public void Read_AnyTexts_GivesThemOrOneCleanLineOfFaults() => Gen.Select(Hostile.Text, Hostile.Text, Hostile.Texts, (title, by, tenants) => (title, by, tenants)).Sample(each =>
    {
        var json = JsonSerializer.Serialize(new Dictionary<string, object> { ["title"] = each.title, ["by"] = each.by, ["tenants"] = each.tenants, [each.by] = 1 });
        try
        {
            Hostile.AssertOneCleanLine(Read(json).Title!);
        }
        catch (BadRunbookInputException refused)
        {
            Hostile.AssertOneCleanLine(refused.Message);
        }
    });

    private static RunbookInput Read(string json) => RunbookInput.Read(JsonDocument.Parse(json).RootElement);
}
