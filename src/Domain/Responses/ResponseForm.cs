using System.Collections.Immutable;
using System.Globalization;
using IncidentServerless.Domain.Customers;
using IncidentServerless.Domain.Incidents;
using IncidentServerless.Domain.Messages.Text;
using IncidentServerless.Domain.Policy.Reading;
using Limits = IncidentServerless.Domain.Messages.Text.Limits;

namespace IncidentServerless.Domain.Responses;

/// <summary>The fields of the forms on <see cref="ResponsePage"/>, and their one parser.</summary>
public static class ResponseForm
{
    public const string ActionField = "action";
    public const string NameField = "name";
    public const string TextField = "text";
    public const string SeenField = "seen";
    public const string OnceField = "once";

    public const string AboutField = "about";
    public const string SeverityField = "severity";
    public const string OwnerField = "owner";
    public const string DueField = "due";

    private const string NoticeWord = "notice";
    private const string ReportWord = "report";
    private const int LongestOnce = 64;

    /// <summary>How forms name a mail to customers.</summary>
    public static string Word(MailKind kind) => kind == MailKind.Notice ? NoticeWord : ReportWord;

    /// <param name="word">As <see cref="Word"/> writes it.</param>
    public static MailKind MailOf(string? word) => word == ReportWord ? MailKind.Report : MailKind.Notice;

    /// <summary>Names one form of one page: the same form sent twice is one command.</summary>
    public static string Once(int version, ResponseAction action) =>
        Once(version, action, null);

    /// <param name="about">The action of a runbook that the form decides about; null for any other form.</param>
    public static string Once(int version, ResponseAction action, string? about) =>
        string.Create(CultureInfo.InvariantCulture, $"{version}-{ResponseActions.Word(action)}{(about is null ? "" : $"-{about}")}");

    /// <summary>Reads a form; never throws.</summary>
    /// <param name="body">The decoded body, at most 8 KB and 20 fields. Unknown fields are ignored.</param>
    /// <returns>A deed, or every fault in a sentence.</returns>
    public static ResponseFormResult Parse(string? body)
    {
        if (!FormFields.TryParse(body ?? "", out var fields, out var unreadable))
        {
            return new ResponseFormResult(null, [unreadable]);
        }

        var faults = ImmutableArray.CreateBuilder<string>();
        var action = ResponseActions.Parse(fields.GetValueOrDefault(ActionField));
        if (action is null)
        {
            faults.Add($"The form does not say what to do: {string.Join(", ", ResponseActions.Words)}.");
        }

        var name = Text(fields, NameField, "name", Limits.Name, PlainText.Line, faults);
        var text = Text(fields, TextField, "text", Limits.Note, PlainText.Paragraphs, faults);
        if (action == ResponseAction.Note && text is null)
        {
            faults.Add("The note is empty: write what the others should know.");
        }

        if (action == ResponseAction.FalseAlarm && text is null)
        {
            faults.Add("Say in a few words why it was a false alarm, so that the rule behind it can be mended.");
        }

        if (action == ResponseAction.AddItem && text is not { Length: <= FollowUpItem.LongestText })
        {
            faults.Add(text is null ? "The follow-up item is empty: write what is to be done." : $"The follow-up item has {text.Length} characters; at most {FollowUpItem.LongestText} are kept, so please shorten it.");
        }

        var to = PolicyWords.Severity(fields.GetValueOrDefault(SeverityField));
        if (action == ResponseAction.Severity && to is null)
        {
            faults.Add("The form does not say which severity: SEV1, SEV2, SEV3 or SEV4.");
        }

        var owner = Text(fields, OwnerField, "owner's name", Limits.Name, PlainText.Line, faults);
        var due = Day(fields, faults);
        if (action == ResponseAction.AssignItem && owner is null && due is null)
        {
            faults.Add("Write an owner, a due date, or both.");
        }

        if (!int.TryParse(fields.GetValueOrDefault(SeenField), NumberStyles.None, CultureInfo.InvariantCulture, out var seen) || seen < 1)
        {
            faults.Add("The form does not say which state of the incident it was made for: open the link again.");
        }

        if (fields.GetValueOrDefault(OnceField) is not { Length: > 0 and <= LongestOnce } once)
        {
            faults.Add("The form lost its number: open the link again.");
            once = "";
        }

        var about = fields.GetValueOrDefault(AboutField);
        if (action is { } decided && ResponseActions.IsDecision(decided) && about is not ['a', >= '0' and <= '9', ..])
        {
            faults.Add("The form does not say which action it decides about: open the link again.");
        }

        if (action is { } named && ResponseActions.IsAboutItem(named) && !FollowUpItem.IsId(about))
        {
            faults.Add("The form does not say which follow-up item it is about: open the link again.");
        }

        if (action is { } written && ResponseActions.IsAboutMail(written) && about is not (NoticeWord or ReportWord))
        {
            faults.Add("The form does not say which mail it is about: open the link again.");
        }

        return faults.Count == 0 && action is { } known
            ? new ResponseFormResult(
                new ResponseDeed(known, name, known == ResponseAction.AddItem ? PlainText.Line(text, FollowUpItem.LongestText) : text, seen, once, ResponseActions.IsDecision(known) || ResponseActions.IsAboutItem(known) || ResponseActions.IsAboutMail(known) ? about : null)
                {
                    To = known == ResponseAction.Severity ? to : null,
                    Owner = owner,
                    Due = due,
                },
                [])
            : new ResponseFormResult(null, faults.ToImmutable());
    }

    private static DateTimeOffset? Day(IReadOnlyDictionary<string, string> fields, ImmutableArray<string>.Builder faults)
    {
        if (fields.GetValueOrDefault(DueField) is not { Length: > 0 } text)
        {
            return null;
        }

        if (FollowUpItem.Day(text) is { } day)
        {
            return day;
        }

        faults.Add("The due date is not a day like 2026-12-31.");
        return null;
    }

    private static string? Text(
        IReadOnlyDictionary<string, string> fields, string field, string called, int maximum, Func<string?, int, string> clean, ImmutableArray<string>.Builder faults)
    {
        var text = clean(fields.GetValueOrDefault(field), int.MaxValue);
        if (text.Length > maximum)
        {
            faults.Add($"The {called} has {text.Length} characters; at most {maximum} are kept, so please shorten it.");
        }

        return text.Length == 0 ? null : text;
    }
}

/// <summary>A deed, or the faults of a form; never both.</summary>
/// <param name="Deed">Null when there are faults.</param>
public sealed record ResponseFormResult(ResponseDeed? Deed, ImmutableArray<string> Faults);
