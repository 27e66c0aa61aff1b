using IncidentServerless.Domain.Messages.Text;
using IncidentServerless.Domain.Remediation;
using IncidentServerless.Domain.Remediation.Actions;

namespace IncidentServerless.Domain.Messages;

/// <summary>Actions in words that a tired person can approve or refuse.</summary>
public static class ActionText
{
    /// <summary>What to do, as a command without a full stop: <c>limit the Lambda function orders-export to 5 concurrent executions</c>.</summary>
    public static string Deed(RemediationAction action) => action switch
    {
        ThrottleFunction throttle => $"limit the Lambda function {Name(throttle)} to {Times.Count(throttle.Limit, "concurrent execution")}",
        CancelQuery cancel => $"cancel the statement {PlainText.Line(cancel.StatementId, Limits.Name)} on {Name(cancel)}, which has run since {Times.Moment(cancel.RunsSince)} (\"{PlainText.Line(cancel.Sql, 120)}\")",
        TightenQuota tighten => $"lower the quota {PlainText.Line(tighten.Quota, Limits.Name)} of tenant {PlainText.Line(tighten.Tenant, Limits.Name)} to {Numbers.Count(tighten.Limit)}",
        RedriveIngestion redrive => $"let {Times.Count(redrive.Executions.Length, "failed run")} of {Name(redrive)} go on from where {(redrive.Executions.Length == 1 ? "it" : "they")} failed",
        LowerRequestRate lower => $"lower the connector's request rate ({Name(lower)}) to {Numbers.Count(lower.Limit)} a second",
        SignOutUsers signOut => $"sign out {Times.Count(signOut.Users.Length, "user")} of the user pool {Name(signOut)}, so that {(signOut.Users.Length == 1 ? "its" : "their")} tokens are fetched anew",
        BlockAddresses block => $"block {Words.List([.. block.Addresses.Select(address => address.Replace("/32", "", StringComparison.Ordinal))], 5)} in the IP set {Name(block)}",
        OpenSupportCase open => $"open a case with AWS Support (\"{PlainText.Line(open.Subject, 120)}\"), or a ticket where the support plan has none",
        ResubmitUsage resubmit => $"send {Times.Count(resubmit.Records.Length, "usage record")} of the product {Name(resubmit)} to AWS Marketplace again ({Words.List([.. resubmit.Records.Select(record => record.Customer).Distinct().Order(StringComparer.Ordinal)], 3)})",
        QuarantineObjects quarantine => $"move {Times.Count(quarantine.Keys.Length, "object")} of the bucket {Name(quarantine)} to {PlainText.Line(quarantine.Prefix, Limits.Name)} ({Words.List([.. quarantine.Keys], 2)})",
        ReprocessEntity reprocess => $"reprocess {PlainText.Line(reprocess.Entity, Limits.Name)}{(reprocess.Partition.Length > 0 ? $", {PlainText.Line(reprocess.Partition, 120)}," : "")} from bronze by {Name(reprocess)}",
        DeactivateKey deactivate => $"deactivate the access key {PlainText.Line(deactivate.AccessKeyId, Limits.Name)} of the user {Name(deactivate)}",
        DenySessions deny => $"deny everything to sessions of the {PlainText.Line(deny.Principal, 10)} {Name(deny)} that were opened until now",
        IsolateInstance isolate => $"snapshot the instance {Name(isolate)} and cut it off (security group {PlainText.Line(isolate.SecurityGroup, Limits.Name)})",
        BlockPublicAccess block => $"block all public access to the bucket {Name(block)}",
        _ => throw new ArgumentOutOfRangeException(nameof(action), action.GetType().Name, "No words for this action."),
    };

    /// <summary>The whole plan in one sentence: <c>Limit … to 5 concurrent executions, because it runs 96 times as often as usual (low risk, can be undone).</c></summary>
    public static string Plan(RemediationAction action, ActionRisk risk, string because) =>
        $"{Capital(Deed(action))}, because {PlainText.Line(because, 200)} ({(risk == ActionRisk.Low ? "low risk" : "high risk")}, {(action.CanBeUndone ? "can be undone" : "cannot be undone")}).";

    /// <summary>What the target was like before, for the timeline; null when that says nothing.</summary>
    public static string? Before(TargetState? before) => before switch
    {
        FunctionState { Reserved: { } reserved } => $"it was limited to {reserved} before",
        FunctionState => "it had no limit of its own before",
        QuotaState { Quota: { } quota } => $"it was {Numbers.Count(quota)} before",
        ValueState { Value: { } value } => $"it was {Numbers.Count(value)} before",
        StatusState { Status: { } groups } when groups.StartsWith("sg-", StringComparison.Ordinal) => $"it had the security groups {PlainText.Line(groups.Replace(",", ", "), 300)} before",
        StatementState { Status: { } status } => $"it was {PlainText.Line(status, 40)}",
        _ => null,
    };

    /// <summary>How a person does it without this suite; null where no short command does.</summary>
    public static string? DoByHand(RemediationAction action) => action switch
    {
        ThrottleFunction throttle => $"aws lambda put-function-concurrency --function-name {Name(throttle)} --reserved-concurrent-executions {throttle.Limit}",
        RedriveIngestion redrive => $"aws stepfunctions redrive-execution --execution-arn {PlainText.Line(redrive.Executions[0], 300)}{(redrive.Executions.Length > 1 ? " (and each of the others)" : "")}",
        LowerRequestRate lower => $"aws ssm put-parameter --name {Name(lower)} --value {Numbers.Count(lower.Limit)} --overwrite",
        QuarantineObjects quarantine => $"aws s3 mv s3://{Name(quarantine)}/{PlainText.Line(quarantine.Keys[0], 200)} s3://{Name(quarantine)}/{PlainText.Line(quarantine.Prefix + quarantine.Keys[0], 200)}{(quarantine.Keys.Length > 1 ? " (and each of the others)" : "")}",
        DeactivateKey deactivate => $"aws iam update-access-key --user-name {Name(deactivate)} --access-key-id {PlainText.Line(deactivate.AccessKeyId, Limits.Name)} --status Inactive",
        BlockPublicAccess block => $"aws s3api put-public-access-block --bucket {Name(block)} --public-access-block-configuration BlockPublicAcls=true,IgnorePublicAcls=true,BlockPublicPolicy=true,RestrictPublicBuckets=true",
        CancelQuery cancel => $"aws redshift-data cancel-statement --id {PlainText.Line(cancel.StatementId, Limits.Name)}",
        _ => null,
    };

    /// <summary>How a person undoes it without this suite; null where no short command does.</summary>
    public static string? UndoByHand(RemediationAction action, TargetState? before) => (action, before) switch
    {
        (ThrottleFunction throttle, FunctionState { Reserved: { } reserved }) =>
            $"aws lambda put-function-concurrency --function-name {Name(throttle)} --reserved-concurrent-executions {reserved}",
        (LowerRequestRate lower, ValueState { Value: { } rate }) => $"aws ssm put-parameter --name {Name(lower)} --value {Numbers.Count(rate)} --overwrite",
        (QuarantineObjects quarantine, _) => $"aws s3 mv s3://{Name(quarantine)}/{PlainText.Line(quarantine.Prefix + quarantine.Keys[0], 200)} s3://{Name(quarantine)}/{PlainText.Line(quarantine.Keys[0], 200)}{(quarantine.Keys.Length > 1 ? " (and each of the others)" : "")}",
        (DeactivateKey deactivate, _) => $"aws iam update-access-key --user-name {Name(deactivate)} --access-key-id {PlainText.Line(deactivate.AccessKeyId, Limits.Name)} --status Active",
        (DenySessions deny, _) => $"aws iam delete-{PlainText.Line(deny.Principal, 10)}-policy --{PlainText.Line(deny.Principal, 10)}-name {Name(deny)} --policy-name IncidentServerless-deny-sessions",
        (IsolateInstance isolate, StatusState { Status: { } groups }) => $"aws ec2 modify-instance-attribute --instance-id {Name(isolate)} --groups {PlainText.Line(groups.Replace(',', ' '), 300)}",
        (ThrottleFunction throttle, _) => $"aws lambda delete-function-concurrency --function-name {Name(throttle)}",
        _ => null,
    };

    public static string Capital(string sentence) => sentence.Length == 0 ? sentence : char.ToUpperInvariant(sentence[0]) + sentence[1..];

    private static string Name(RemediationAction action) => PlainText.Line(action.TargetName, Limits.Name);
}
