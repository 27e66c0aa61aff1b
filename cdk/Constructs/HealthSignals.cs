using Constructs;
using IncidentServerless.Domain.Signals.Sources.Health;

namespace IncidentServerless.Cdk.Constructs;

/// <summary>What AWS Health says of AWS itself, from the bus.</summary>
internal sealed class HealthSignals : SignalQueue
{
    public HealthSignals(Construct scope, string id, SuiteFunction classifier)
        : base(scope, id, "health events", classifier) => TakeFromBus(HealthEventPattern.Json, "Events of AWS Health, those about abuse among them");
}
