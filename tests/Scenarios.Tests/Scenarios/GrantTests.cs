using IncidentServerless.Cli.Scenarios;
using IncidentServerless.LocalCloud.Iam;

namespace IncidentServerless.Scenarios.Tests.Scenarios;

/// <summary>Least privilege, proven by use: what a role may do, some story makes it do.</summary>
[Collection(SuiteCollection.Name)]
public sealed class GrantTests(SuiteFixture suite)
{
    /// <summary>What no story can ask for, and why the roles have it all the same. Roles by the beginning of their logical ids.</summary>
    private static readonly (string Role, string Action, string Why)[] OutsideOfStories =
    [
        ("", "logs:CreateLogStream", "Lambda writes the logs itself; the local cloud reads them from the process"),
        ("", "logs:PutLogEvents", "the same"),
        ("", "xray:PutTraceSegments", "Lambda and Step Functions trace themselves; the local cloud has no X-Ray"),
        ("", "xray:PutTelemetryRecords", "the same"),
        ("", "xray:GetSamplingRules", "the same"),
        ("", "xray:GetSamplingTargets", "the same"),
        ("Classify", "sqs:ChangeMessageVisibility", "the CDK grants it to whatever an SQS queue invokes; the local cloud's poller needs it not"),
        ("Classify", "sqs:GetQueueUrl", "the same"),
        ("ClassifyCost", "sns:Publish", "pages directly when Step Functions is down, by the code that step-functions-down shows for ClassifyAlarm"),
        ("ClassifyCost", "kms:GenerateMac", "signs the link of that page"),
        ("ClassifyFinding", "sns:Publish", "the same"),
        ("ClassifyFinding", "kms:GenerateMac", "the same"),
        ("ClassifyFinding", "states:SendTaskSuccess", "answers waits when a finding that comes again is worse, or comes after the end; ClassifyAlarm's stories show that code"),
        ("ClassifyFinding", "dynamodb:DeleteItem", "and forgets them"),
        ("ClassifyHealth", "sns:Publish", "pages directly, as ClassifyAlarm does"),
        ("ClassifyHealth", "kms:GenerateMac", "signs the link of that page"),
        ("ClassifyLogs", "sns:Publish", "pages directly, as ClassifyAlarm does"),
        ("ClassifyLogs", "kms:GenerateMac", "signs the link of that page"),
        ("ClassifyLogs", "states:SendTaskSuccess", "answers waits when lines that come again are worse, or come after the end; ClassifyAlarm's stories show that code"),
        ("ClassifyLogs", "dynamodb:DeleteItem", "and forgets them"),
        ("ClassifyLogs", "sqs:SendMessage", "Lambda itself leaves there in the role's name what failed three times; the local cloud does it without asking"),
        ("AnswerSlack", "sns:Publish", "pages directly, as ClassifyAlarm does"),
        ("ReceiveReport", "sns:Publish", "pages directly, as ClassifyAlarm does"),
        ("ReceiveReport", "kms:GenerateMac", "signs the link of that page"),
        ("runbookmarketplacemetering", "aws-marketplace:GetEntitlements", "is asked in us-east-1 only, and stories are played elsewhere"),
        ("BeginRunbook", "sns:Publish", "the same, for an incident that somebody declares by hand while Step Functions is down"),
        ("BeginRunbook", "kms:GenerateMac", "signs the link of that page"),
        ("BeginRunbook", "states:SendTaskSuccess", "whoever changes an incident answers the waits whose answer was lost; the kill tests show it"),
        ("BeginRunbook", "dynamodb:DeleteItem", "and forgets them"),
        ("paging", "states:StartExecution", "after 100 rounds a successor goes on, lest the history grow too long; no story lasts so many rounds"),
        ("statusupdates", "states:StartExecution", "the same"),
        ("postincident", "states:StartExecution", "the same"),
    ];

    [Fact]
    public async Task Grants_OfEveryRole_AreUsedBySomeStory()
    {
        HashSet<Grant> used = [];
        HashSet<Grant> granted = [];
        foreach (var name in StoryFiles.Names)
        {
            var story = await suite.PlayAsync(name);
            used.UnionWith(story.Grants[true]);
            granted.UnionWith(story.Grants[true].Concat(story.Grants[false]));
        }

        var unused = granted.Except(used).ToLookup(grant => OutsideOfStories.Any(row => Fits(row, grant)));
        Assert.True(!unused[false].Any(), $"No story uses:\n{string.Join('\n', unused[false].Select(grant => $"{grant.Role}: {grant.Action} on {grant.Resource}").Order())}");
        Assert.All(OutsideOfStories, row => Assert.True(unused[true].Any(grant => Fits(row, grant)), $"{row.Role} {row.Action} is used, or not granted any more: it needs no excuse."));
    }

    private static bool Fits((string Role, string Action, string Why) row, Grant grant) => grant.Action == row.Action && grant.Role.StartsWith(row.Role, StringComparison.Ordinal);
}
