using CsCheck;
using IncidentServerless.Domain.Responses;
using IncidentServerless.Domain.Responses.Webhooks;
using IncidentServerless.Domain.Severity;
using IncidentServerless.Domain.Tests.Messages;

namespace IncidentServerless.Domain.Tests.Responses.Webhooks;

public sealed class DeedWebhookTests
{
    [Fact]
    public void Deed_ThatSaysEverything_IsRead() => Assert.Equal(
        new DeedWebhook("INC-20260302-AAAAAAAA", "Ana Lima", new ResponseDeed(ResponseAction.Severity, null, "One zone only", 1, "chatops-1") { To = SeverityLevel.Sev2 }),
        Read("""{ "id": "chatops-1", "incident": "INC-20260302-AAAAAAAA", "action": "severity", "by": "Ana  Lima", "text": "One zone only", "severity": "SEV2" }"""));

    [Theory]
    [InlineData("", "The body is no JSON object.")]
    [InlineData("[]", "The body is no JSON object.")]
    [InlineData("""{ "id": "1", "incident": "INC-1", "action": "acknowledge", "by": "Ana" }""", "incident: expected an id like INC-20260302-X3NNAUSP.")]
    [InlineData("""{ "id": "1", "incident": "INC-20260302-AAAAAAAA", "action": "approve", "by": "Ana" }""", "action: expected one of acknowledge, note, escalate, severity, resolve, false-alarm, add-item, assign-item, finish-item, show.")]
    [InlineData("""{ "id": "1", "incident": "INC-20260302-AAAAAAAA", "action": "note", "by": "Ana", "text": " " }""", "text: a note says something, and a false alarm why it was one.")]
    [InlineData("""{ "id": "1", "incident": "INC-20260302-AAAAAAAA", "action": "severity", "by": "Ana", "severity": "SEV9" }""", "severity: expected SEV1, SEV2, SEV3 or SEV4.")]
    [InlineData("""{ "id": {}, "incident": "INC-20260302-AAAAAAAA", "action": "acknowledge", "by": ["Ana"] }""", "id: names the deed; the same again is the same deed.|by: for whom it acts, in up to 80 characters.")]
    public void Deed_ThatLacksSomething_SaysAllOfIt(string body, string faults)
    {
        Assert.Null(DeedWebhook.Read(body, out var found));
        Assert.Equal(faults.Split('|'), found);
    }

    [Fact]
    public void Item_Assigned_NamesItsOwnerAndDay() => Assert.Equal(
        new DeedWebhook("INC-20260302-AAAAAAAA", "Ana", new ResponseDeed(ResponseAction.AssignItem, null, null, 1, "1", "i2") { Owner = "Bo", Due = new DateTimeOffset(2026, 12, 31, 0, 0, 0, TimeSpan.Zero) }),
        Read("""{ "id": "1", "incident": "INC-20260302-AAAAAAAA", "action": "assign-item", "by": "Ana", "about": "i2", "owner": "Bo", "due": "2026-12-31" }"""));

    [Fact]
    public void Show_ChangesNothing() => Assert.Null(Read("""{ "id": "1", "incident": "INC-20260302-AAAAAAAA", "action": "show", "by": "Ana" }""")!.Deed);

    [Theory]
    [InlineData("""{ "id": "1", "incident": "INC-20260302-AAAAAAAA", "action": "assign-item", "by": "Ana", "due": "31.12.2026" }""", "about: expected a follow-up item like i1.|due: expected a day like 2026-12-31.|owner: to assign an item says whose it is, or by when (due).")]
    [InlineData("""{ "id": "1", "incident": "INC-20260302-AAAAAAAA", "action": "add-item", "by": "Ana" }""", "text: an item says what is to be done, in up to 300 characters.")]
    public void Item_ThatLacksSomething_SaysAllOfIt(string body, string faults)
    {
        Assert.Null(DeedWebhook.Read(body, out var found));
        Assert.Equal(faults.Split('|'), found);
    }

    [Fact]
    public void Note_TooLong_IsRefusedOnce()
    {
        Assert.Null(DeedWebhook.Read($$"""{ "id": "1", "incident": "INC-20260302-AAAAAAAA", "action": "note", "by": "Ana", "text": "{{new string('x', 2001)}}" }""", out var found));
        Assert.Equal(["text: has 2001 characters; at most 2000 are kept."], found);
    }

    [Fact]
    public void Deed_AnyText_NeverThrows() => Hostile.Text.Sample(text =>
    {
        DeedWebhook.Read(text, out _);
        DeedWebhook.Read($$"""{ "id": "1", "id": "\ud800", "text": "{{text}}" }""", out _);
    });

    private static DeedWebhook? Read(string body) => DeedWebhook.Read(body, out _);
}
