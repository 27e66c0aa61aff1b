using System.Text;
using IncidentServerless.Domain.Incidents;
using IncidentServerless.Domain.Messages.Text;
using IncidentServerless.Domain.Policy;

namespace IncidentServerless.Domain.Customers;

/// <summary>What customers read. Fixed words that name nothing of the inside and nothing of other customers; a person may add a paragraph.</summary>
public static class CustomerMailText
{
    /// <summary>ASCII, one line.</summary>
    public static string Subject(Incident incident, MailKind kind, MailPolicy policy) => AsciiText.Line(
        $"{policy.Product}: {(kind == MailKind.Notice ? "a problem affects your data" : $"report on the problem of {Times.Day(incident.OccurredAt)}")}", 120);

    /// <param name="addition">A person's paragraph; null for none.</param>
    /// <param name="reportFollows">A report is drafted after the end.</param>
    public static string Body(Incident incident, MailKind kind, MailPolicy policy, string? addition, bool reportFollows)
    {
        var text = new StringBuilder("Hello,\n\n");
        text.Append(kind == MailKind.Notice
            ? $"we have found a problem that affects your data in {policy.Product}: {What(incident)}. We noticed it on {Times.Moment(incident.OccurredAt)}. {(incident.IsActive ? "We are working on it." : "It is over now.")}\n\n"
            : $"on {Times.Day(incident.OccurredAt)} a problem affected your data in {policy.Product}: {What(incident)}. We noticed it on {Times.Moment(incident.OccurredAt)}{(incident.ResolvedAt is { } end ? $"; it was over on {Times.Moment(end)}" : "")}.\n\n");
        if (PlainText.Paragraphs(addition, Limits.Note) is { Length: > 0 } more)
        {
            text.Append(more).Append("\n\n");
        }

        text.Append(kind == MailKind.Notice
            ? $"{(reportFollows ? "When it is over, you get a report within 48 hours. " : "")}If you have questions, reply to this e-mail.\n\n"
            : "We apologise. If anything still looks wrong to you, reply to this e-mail.\n\n");
        return text.Append($"{policy.Product}\nOur reference: {incident.Id}\n").ToString();
    }

    private static string What(Incident incident) => incident.Type switch
    {
        IncidentType.MarketplaceMeteringFailure => "some of your usage was not reported to AWS Marketplace in time, so that a bill may be late or incomplete",
        IncidentType.DataQualityDegradation => "some of your data is incomplete, late or wrong",
        IncidentType.PartnerCentralApiFailure => "your data from AWS Partner Central is late or incomplete",
        IncidentType.SecurityFinding => "somebody who should not may have seen or changed some of it",
        IncidentType.AuthenticationFailure => "signing in did not work as it should",
        _ => "some of it may be incomplete, late or wrong",
    };
}
