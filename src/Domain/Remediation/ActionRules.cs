using IncidentServerless.Domain.Remediation.Actions;

namespace IncidentServerless.Domain.Remediation;

/// <summary>What each kind of action asks of its target before, and how its effect is judged.</summary>
public static class ActionRules
{
    /// <summary>Why the action must not be applied to a target that is like this; null when it may.</summary>
    public static string? Refusal(RemediationAction action, TargetState before) => (action, before) switch
    {
        (_, UnknownState unknown) => $"its target could not be looked at ({Messages.Text.PlainText.Line(unknown.Reason, 200)})",
        (ThrottleFunction throttle, FunctionState state) => ThrottleFunctionRules.Refusal(throttle, state),
        (CancelQuery, StatementState state) => CancelQueryRules.Refusal(state),
        (TightenQuota tighten, QuotaState state) => TightenQuotaRules.Refusal(tighten, state),
        (RedriveIngestion, CountState state) => RedriveIngestionRules.Refusal(state),
        (LowerRequestRate lower, ValueState state) => LowerRequestRateRules.Refusal(lower, state),
        (SignOutUsers, StatusState state) => state.Status == "there" ? null : "the user pool could not be found",
        (BlockAddresses, CountState state) => state.Left is > 0 ? null : "all of them are blocked already",
        (OpenSupportCase, StatusState state) => OpenSupportCaseRules.Refusal(state),
        (ResubmitUsage, CountState state) => RowRules.Refusal(state, "row"),
        (QuarantineObjects, CountState state) => RowRules.Refusal(state, "object"),
        (ReprocessEntity, StatusState state) => ReprocessEntityRules.Refusal(state),
        (DeactivateKey, StatusState state) => PresenceRules.Refusal(state, "the user has no such key any more", "the key is inactive already"),
        (DenySessions, StatusState state) => PresenceRules.Refusal(state, "the user or role does not exist any more", "its sessions are denied already"),
        (IsolateInstance isolate, StatusState state) => IsolateInstanceRules.Refusal(isolate, state),
        (BlockPublicAccess, StatusState state) => PresenceRules.Refusal(state, "the bucket does not exist any more", "its public access is blocked already"),
        _ => "what was looked at is not what the action is for",
    };

    /// <summary>Whether a target that is like this has the action applied already; only of an action that was started.</summary>
    public static bool IsInPlace(RemediationAction action, TargetState now) => (action, now) switch
    {
        (ThrottleFunction throttle, FunctionState { Reserved: { } reserved }) => reserved == throttle.Limit,
        (CancelQuery, StatementState { Status: { } status }) => CancelQueryRules.IsCancelled(status),
        (TightenQuota tighten, QuotaState { Quota: { } quota }) => quota.Equals(tighten.Limit),
        (RedriveIngestion, CountState state) => state.Left == 0,
        (LowerRequestRate lower, ValueState { Value: { } rate }) => rate.Equals(lower.Limit),
        (BlockAddresses, CountState state) => state.Left == 0,
        (OpenSupportCase, StatusState { Status: { } status }) => OpenSupportCaseRules.IsThere(status),
        (ResubmitUsage or QuarantineObjects, CountState state) => state.Left == 0,
        (ReprocessEntity, StatusState state) => ReprocessEntityRules.IsInPlace(state),
        (DeactivateKey or DenySessions or BlockPublicAccess, StatusState state) => PresenceRules.IsInPlace(state),
        (IsolateInstance isolate, StatusState state) => state.Status == isolate.SecurityGroup,
        _ => false,
    };

    /// <param name="attempt">Counts the measurements, from 1.</param>
    public static Judgement Judge(RemediationAction action, Measurement measured, int attempt) => (action, measured) switch
    {
        (_, NotMeasured not) => new(Verdict.Unclear, $"Its effect could not be measured ({Messages.Text.PlainText.Line(not.Reason, 200)})."),
        (ThrottleFunction throttle, FunctionMeasured use) => ThrottleFunctionRules.Judge(throttle, use, attempt),
        (CancelQuery, StatementMeasured statement) => CancelQueryRules.Judge(statement),
        (TightenQuota tighten, UseMeasured use) => TightenQuotaRules.Judge(tighten, use, attempt),
        (RedriveIngestion, CountMeasured runs) => RedriveIngestionRules.Judge(runs),
        (LowerRequestRate lower, UseMeasured throttled) => LowerRequestRateRules.Judge(lower, throttled, attempt),
        (SignOutUsers signOut, UseMeasured failures) => UseRate.Judge(signOut.FailuresAnHour, UseRate.AnHour(failures.Used, failures.Minutes), "failed sign-ins", attempt),
        (BlockAddresses block, UseMeasured failures) => UseRate.Judge(block.FailuresAnHour, UseRate.AnHour(failures.Used, failures.Minutes), "failed sign-ins", attempt),
        (OpenSupportCase, StatusMeasured status) => OpenSupportCaseRules.Judge(status),
        (ResubmitUsage { LeftToPeople: > 0 and var left }, CountMeasured rows) => RowRules.Judge(rows, "row", $"taken by the Marketplace; {left} {(left == 1 ? "other is" : "others are")} for people to settle", Verdict.Delivered),
        (ResubmitUsage, CountMeasured rows) => RowRules.Judge(rows, "row", "taken by the Marketplace"),
        (QuarantineObjects, CountMeasured objects) => RowRules.Judge(objects, "object", "moved to quarantine", Verdict.Delivered),
        (ReprocessEntity, StatusMeasured status) => ReprocessEntityRules.Judge(status),
        (DeactivateKey, StatusMeasured status) => PresenceRules.Judge(status, "The key is inactive; what it did before has to be looked into.", "Somebody activated the key again."),
        (DenySessions, StatusMeasured status) => PresenceRules.Judge(status, "Sessions that were opened before are denied everything; what they did has to be looked into.", "Somebody took the denial away."),
        (IsolateInstance isolate, StatusMeasured status) => IsolateInstanceRules.Judge(isolate, status),
        (BlockPublicAccess, StatusMeasured status) => PresenceRules.Judge(status, "The bucket's public access is blocked; who read it meanwhile has to be looked into.", "Somebody opened the bucket again."),
        _ => new(Verdict.Unclear, "What was measured is not what the action is for."),
    };
}
