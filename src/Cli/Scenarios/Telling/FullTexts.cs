using IncidentServerless.Cli.Scenarios.Expectations;
using IncidentServerless.Domain.Policy;
using IncidentServerless.LocalCloud.Observations;

namespace IncidentServerless.Cli.Scenarios.Telling;

/// <summary>What people got to read, whole: messages of topics, mail to customers, the post-mortem. What goes to Slack, PagerDuty and the status page has a form of its own, and is not among them.</summary>
internal static class FullTexts
{
    /// <summary>In the order of time, each with who got it.</summary>
    public static IEnumerable<FullText> Of(Outcome outcome) => outcome.Sent
        .Where(message => message is { Channel: Channel.Sns, Refusal: null })
        .Select(message => new FullText(message.At, message.To, message.Subject, message.Text))
        .Concat(outcome.Observations.OfType<AccountCalled>().Select(Of).OfType<FullText>())
        .OrderBy(text => text.At);

    private static FullText? Of(AccountCalled called) => called switch
    {
        { Call: "sesv2:SendEmail", Error: null, Input: var mail } => new(
            called.At,
            string.Join(", ", mail["Destination"]?["ToAddresses"]?.AsArray().Select(address => address?.ToString()) ?? []),
            mail["Content"]?["Simple"]?["Subject"]?["Data"]?.ToString() ?? "",
            mail["Content"]?["Simple"]?["Body"]?["Text"]?["Data"]?.ToString() ?? ""),
        { Call: "s3:PutObject", Error: null, Input: var document } when document["ContentType"]?.ToString().StartsWith("text/markdown", StringComparison.Ordinal) == true => new(
            called.At, "the bucket", document["Key"]?.ToString() ?? "", document["Body"]?.ToString() ?? ""),
        _ => null,
    };
}

/// <param name="To">In responders' words.</param>
/// <param name="Subject">Or the name of the file.</param>
internal sealed record FullText(DateTimeOffset At, string To, string Subject, string Text);
