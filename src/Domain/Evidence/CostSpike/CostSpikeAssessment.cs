using IncidentServerless.Domain.Policy;
using IncidentServerless.Domain.Runbooks;

namespace IncidentServerless.Domain.Evidence.CostSpike;

/// <summary>What drives the cost, by how much, and what should be done (runbook 3.5).</summary>
public static class CostSpikeAssessment
{
    public static Diagnosis Assess(CostSpikeEvidence evidence, RunbookContext context, CostSpikePolicy policy) =>
        new() { Finding = "nothing-seen", Summary = $"{context.Title} {evidence} {policy}", Confidence = Confidence.Low };
}
