using IncidentServerless.Domain.Json;

namespace IncidentServerless.Domain.Remediation;

/// <summary>States of targets as workflows write them and incidents keep them.</summary>
public sealed class TargetStateConverter : UnionConverter<TargetState>
{
    private protected override string KindOf(TargetState value) => value switch
    {
        FunctionState => ActionKinds.ThrottleFunction,
        StatementState => ActionKinds.CancelQuery,
        QuotaState => ActionKinds.TightenQuota,
        StatusState => "status",
        ValueState => "value",
        CountState => "count",
        _ => "unknown",
    };

    private protected override TargetState Read(string kind, Members from) => kind switch
    {
        ActionKinds.ThrottleFunction => new FunctionState(from.MaybeWhole("reserved"), from.MaybeWhole("unreserved")),
        ActionKinds.CancelQuery => new StatementState(from.MaybeText("status")),
        ActionKinds.TightenQuota => new QuotaState(from.MaybeNumber("quota")),
        "status" => new StatusState(from.MaybeText("status")),
        "value" => new ValueState(from.MaybeNumber("value")),
        "count" => new CountState(from.MaybeWhole("left"), from.MaybeWhole("total")),
        "unknown" => new UnknownState(from.MaybeText("reason")),
        _ => throw Unknown(kind),
    };

    private protected override void Write(TargetState value, MemberWriter to)
    {
        switch (value)
        {
            case FunctionState function:
                to.Number("reserved", function.Reserved);
                to.Number("unreserved", function.Unreserved);
                break;
            case StatementState statement:
                to.Text("status", statement.Status);
                break;
            case QuotaState quota:
                to.Number("quota", quota.Quota);
                break;
            case StatusState status:
                to.Text("status", status.Status);
                break;
            case ValueState number:
                to.Number("value", number.Value);
                break;
            case CountState count:
                to.Number("left", count.Left);
                to.Number("total", count.Total);
                break;
            case UnknownState unknown:
                to.Text("reason", unknown.Reason);
                break;
        }
    }
}
