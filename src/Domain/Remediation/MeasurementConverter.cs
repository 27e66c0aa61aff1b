using IncidentServerless.Domain.Json;

namespace IncidentServerless.Domain.Remediation;

/// <summary>Measurements as workflows write them.</summary>
public sealed class MeasurementConverter : UnionConverter<Measurement>
{
    private protected override string KindOf(Measurement value) => value switch
    {
        FunctionMeasured => ActionKinds.ThrottleFunction,
        StatementMeasured => ActionKinds.CancelQuery,
        UseMeasured => ActionKinds.TightenQuota,
        StatusMeasured => "status",
        CountMeasured => "count",
        _ => "unknown",
    };

    private protected override Measurement Read(string kind, Members from) => kind switch
    {
        ActionKinds.ThrottleFunction => new FunctionMeasured(from.Number("minutes"), from.MaybeNumbers("invocations"), from.MaybeNumbers("errors")),
        ActionKinds.CancelQuery => new StatementMeasured(from.MaybeText("status")),
        ActionKinds.TightenQuota => new UseMeasured(from.Number("minutes"), from.MaybeNumbers("used")),
        "status" => new StatusMeasured(from.MaybeText("status"), from.MaybeText("detail")),
        "count" => new CountMeasured(from.MaybeWhole("left"), from.MaybeWhole("total")),
        "unknown" => new NotMeasured(from.MaybeText("reason")),
        _ => throw Unknown(kind),
    };

    private protected override void Write(Measurement value, MemberWriter to)
    {
        switch (value)
        {
            case FunctionMeasured function:
                to.Number("minutes", function.Minutes);
                to.Numbers("invocations", function.Invocations);
                to.Numbers("errors", function.Errors);
                break;
            case StatementMeasured statement:
                to.Text("status", statement.Status);
                break;
            case UseMeasured use:
                to.Number("minutes", use.Minutes);
                to.Numbers("used", use.Used);
                break;
            case StatusMeasured status:
                to.Text("status", status.Status);
                to.Text("detail", status.Detail);
                break;
            case CountMeasured count:
                to.Number("left", count.Left);
                to.Number("total", count.Total);
                break;
            case NotMeasured not:
                to.Text("reason", not.Reason);
                break;
        }
    }
}
