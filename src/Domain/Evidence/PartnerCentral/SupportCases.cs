using IncidentServerless.Domain.Messages.Text;
using IncidentServerless.Domain.Remediation;
using IncidentServerless.Domain.Remediation.Actions;
using IncidentServerless.Domain.Runbooks;

namespace IncidentServerless.Domain.Evidence.PartnerCentral;

/// <summary>A case for AWS Support with everything that its engineer would ask for.</summary>
internal static class SupportCases
{
    /// <summary>What policy lists to allow cases.</summary>
    public const string Target = "aws-support";

    private const int LongestSubject = 200;
    private const int LongestBody = 5_000;

    public static ProposedAction Open(ConnectorView seen, RunbookContext context)
    {
        string[] lines =
        [
            $"Our connector cannot use the Partner Central API in account {context.Account}, region {context.Region}, since {Times.Moment(context.OccurredAt)}.",
            $"Errors of AWS's side within the last hour: {seen.Errors.Count(ErrorCause.Aws)} of {seen.Errors.Total}.",
            .. seen.Issues.Select(issue => $"AWS Health: {issue}."),
            .. seen.Example(ErrorCause.Aws),
            $"Our incident is {context.IncidentId}.",
        ];
        var action = new OpenSupportCase
        {
            TargetArn = $"arn:{context.Partition}:support:{context.Region}:{context.Account}:{Target}",
            TargetName = Target,
            IncidentId = context.IncidentId,
            Subject = PlainText.Line($"{context.IncidentId}: Partner Central API fails", LongestSubject),
            Body = PlainText.Paragraphs(string.Join('\n', lines), LongestBody),
            ServiceCode = "partner-central",
            CategoryCode = "other",
            SeverityCode = "high",
        };
        return new ProposedAction(action, ActionRisk.Low, "the errors are on AWS's side");
    }
}
