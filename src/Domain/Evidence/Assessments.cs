using IncidentServerless.Domain.Evidence.Authentication;
using IncidentServerless.Domain.Evidence.CostSpike;
using IncidentServerless.Domain.Evidence.General;
using IncidentServerless.Domain.Evidence.PartnerCentral;
using IncidentServerless.Domain.Policy;

namespace IncidentServerless.Domain.Evidence;

/// <summary>What evidence means, whatever the runbook.</summary>
public static class Assessments
{
    public static Diagnosis Assess(AssessmentRequest request, IncidentPolicy policy) => request switch
    {
        PartnerCentralRequest partner => PartnerCentralAssessment.Assess(partner.Evidence, partner.Context, policy.PartnerCentral),
        AuthenticationRequest authentication => AuthenticationAssessment.Assess(authentication.Evidence, authentication.Context, policy.Authentication),
        CostSpikeRequest cost => CostSpikeAssessment.Assess(cost.Evidence, cost.Context, policy.CostSpike),
        GeneralRequest general => GeneralAssessment.Assess(general.Evidence, general.Context),
        _ => throw new InvalidOperationException($"{request.GetType().Name} has no assessment defined."),
    };
}
