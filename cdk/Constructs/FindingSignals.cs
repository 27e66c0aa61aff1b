using Constructs;
using IncidentServerless.Domain.Signals.Sources.GuardDuty;

namespace IncidentServerless.Cdk.Constructs;

/// <summary>Findings of GuardDuty, from the bus.</summary>
internal sealed class FindingSignals : SignalQueue
{
    public FindingSignals(Construct scope, string id, SuiteFunction classifier)
        : base(scope, id, "findings", classifier) => TakeFromBus(FindingEventPattern.Json, "Findings of GuardDuty");
}
