using IncidentServerless.Domain.Json;
using IncidentServerless.Domain.Remediation;

namespace IncidentServerless.Domain.Incidents;

/// <summary>An answer as workflows read it, and as it is remembered for a command that is repeated.</summary>
public sealed class IncidentAnswerConverter : RecordConverter<IncidentAnswer>
{
    private protected override IncidentAnswer Read(Members from) => new()
    {
        IncidentId = from.Text("incidentId"),
        Status = from.Value("status", DomainJson.Default.IncidentStatus),
        Severity = from.Value("severity", DomainJson.Default.SeverityLevel),
        Generation = from.Whole("generation"),
        Version = from.Whole("version"),
        Superseded = from.Truth("superseded"),
        Wait = from.MaybeInner("wait", Wait),
        Runbook = from.MaybeText("runbook"),
        Aftermath = from.Flag("aftermath"),
        MaySend = from.Flag("maySend"),
        Remediation = from.MaybeInner("remediation", step => new RemediationStep(step.Value("do", DomainJson.Default.StepKind))
        {
            ActionId = step.MaybeText("actionId"),
            Action = step.MaybeValue("action", DomainJson.Default.RemediationAction),
            Before = step.MaybeValue("before", DomainJson.Default.TargetState),
            Since = step.MaybeMoment("since"),
            Until = step.MaybeMoment("until"),
            Wait = step.MaybeInner("wait", Wait),
        }),
    };

    private protected override void Write(IncidentAnswer value, MemberWriter to)
    {
        to.Text("incidentId", value.IncidentId);
        to.Value("status", value.Status, DomainJson.Default.IncidentStatus);
        to.Value("severity", value.Severity, DomainJson.Default.SeverityLevel);
        to.Number("generation", value.Generation);
        to.Number("version", value.Version);
        to.Flag("superseded", value.Superseded);
        to.Inner("wait", value.Wait, Write);
        to.Text("runbook", value.Runbook);
        to.Flag("aftermath", value.Aftermath);
        to.Flag("maySend", value.MaySend);
        to.Inner("remediation", value.Remediation, (step, inner) =>
        {
            inner.Value("do", step.Do, DomainJson.Default.StepKind);
            inner.Text("actionId", step.ActionId);
            inner.MaybeValue("action", step.Action, DomainJson.Default.RemediationAction);
            inner.MaybeValue("before", step.Before, DomainJson.Default.TargetState);
            inner.Moment("since", step.Since);
            inner.Moment("until", step.Until);
            inner.Inner("wait", step.Wait, Write);
        });
    }

    internal static void Write(NextWait wait, MemberWriter to)
    {
        to.Value("topics", wait.Topics, DomainJson.Default.ImmutableArrayTopic);
        to.Number("seconds", wait.Seconds);
    }

    private static NextWait Wait(Members from) => new(from.Value("topics", DomainJson.Default.ImmutableArrayTopic), from.Whole("seconds"));
}
