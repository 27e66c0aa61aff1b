using System.Text;
using CsCheck;
using IncidentServerless.Domain.Responses;
using IncidentServerless.Domain.Tests.Messages;

namespace IncidentServerless.Domain.Tests.Responses;

public class ResponseFormTests
{
    [Fact]
    public void Form_AsTheBrowserSendsIt_IsADeed()
    {
        var result = ResponseForm.Parse("action=note&seen=7&once=7-note&name=Jos%C3%A9+P%C3%A9rez&text=first%0D%0Asecond+100%25+%26+more");
        Assert.Empty(result.Faults);
        Assert.Equal(new ResponseDeed(ResponseAction.Note, "José Pérez", "first\nsecond 100% & more", 7, "7-note"), result.Deed);
    }

    [Fact]
    public void Form_Empty_SaysEveryFault() => Assert.Equal(
    [
        "The form does not say what to do: acknowledge, escalate, resolve, note, approve, refuse, undo, false-alarm, severity, add-item, assign-item, finish-item, send-mail, drop-mail.",
        "The form does not say which state of the incident it was made for: open the link again.",
        "The form lost its number: open the link again.",
    ], Faults(null));

    [Theory]
    [InlineData("action=note&seen=1&once=1-note&text=+%E2%80%8B+", "The note is empty: write what the others should know.")]
    [InlineData("action=false-alarm&seen=1&once=x", "Say in a few words why it was a false alarm, so that the rule behind it can be mended.")]
    [InlineData("action=severity&severity=SEV5&seen=1&once=x", "The form does not say which severity: SEV1, SEV2, SEV3 or SEV4.")]
    [InlineData("action=add-item&seen=1&once=x", "The follow-up item is empty: write what is to be done.")]
    [InlineData("action=add-item&text=Alarm&due=tomorrow&seen=1&once=x", "The due date is not a day like 2026-12-31.")]
    [InlineData("action=assign-item&about=i1&seen=1&once=x", "Write an owner, a due date, or both.")]
    [InlineData("action=assign-item&about=a1&owner=Ana&seen=1&once=x", "The form does not say which follow-up item it is about: open the link again.")]
    [InlineData("action=send-mail&about=a1&seen=1&once=x", "The form does not say which mail it is about: open the link again.")]
    [InlineData("action=Acknowledge&seen=1&once=x", "The form does not say what to do: acknowledge, escalate, resolve, note, approve, refuse, undo, false-alarm, severity, add-item, assign-item, finish-item, send-mail, drop-mail.")]
    [InlineData("action=resolve&seen=0&once=x", "The form does not say which state of the incident it was made for: open the link again.")]
    [InlineData("action=resolve&seen=-1&once=x", "The form does not say which state of the incident it was made for: open the link again.")]
    [InlineData("action=resolve&action=note&seen=1&once=x", "The form says one of its fields twice.")]
    [InlineData("action=resolve&text=%GG", "The form holds a percent sign without two hexadecimal digits, or bytes that are no text.")]
    [InlineData("action=resolve&text=%4", "The form holds a percent sign without two hexadecimal digits, or bytes that are no text.")]
    [InlineData("action=resolve&text=%FF", "The form holds a percent sign without two hexadecimal digits, or bytes that are no text.")]
    public void Form_Fault_IsNamed(string body, string expected)
    {
        Assert.Null(ResponseForm.Parse(body).Deed);
        Assert.Equal([expected], Faults(body));
    }

    [Fact]
    public void Form_NoteAtTheLimit_IsKeptAndLongerRefused()
    {
        Assert.Equal(2000, ResponseForm.Parse($"action=note&seen=1&once=x&text={new string('a', 2000)}").Deed?.Text?.Length);
        Assert.Equal(["The text has 2001 characters; at most 2000 are kept, so please shorten it."], Faults($"action=note&seen=1&once=x&text={new string('a', 2001)}"));
    }

    [Fact]
    public void Form_TooBig_IsRefusedUnread()
    {
        Assert.Equal(["The form has 8193 bytes; at most 8192 are read."], Faults(new string('a', 8193)));
        Assert.Equal(["The form has 21 fields; at most 20 are read."], Faults(string.Join('&', Enumerable.Range(0, 21).Select(number => $"f{number}=1"))));
    }

    [Fact]
    public void Form_AnyText_IsADeedOrFaultsAndReadsBack() => Gen.Select(Hostile.Text, Hostile.Text).Sample((raw, note) =>
    {
        Assert.NotEqual(ResponseForm.Parse(raw).Deed is null, ResponseForm.Parse(raw).Faults.IsEmpty);
        var body = $"action=note&seen=3&once=3-note&name=Ana&text={Uri.EscapeDataString(note)}";
        var result = ResponseForm.Parse(body);
        if (result.Deed is { } deed)
        {
            Assert.InRange(deed.Text!.Length, 1, 2000);
            Assert.All(deed.Text.Split('\n'), Hostile.AssertOneCleanLine);
        }
        else
        {
            Assert.True(note.Length > 2000 || Encoding.UTF8.GetByteCount(body) > 8192 || result.Faults is ["The note is empty: write what the others should know."]);
        }
    });

    private static string[] Faults(string? body) => [.. ResponseForm.Parse(body).Faults];
}
