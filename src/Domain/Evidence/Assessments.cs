using IncidentServerless.Domain.Evidence.Authentication;
using IncidentServerless.Domain.Evidence.CostSpike;
using IncidentServerless.Domain.Evidence.DataQuality;
using IncidentServerless.Domain.Evidence.General;
using IncidentServerless.Domain.Evidence.MarketplaceMetering;
using IncidentServerless.Domain.Evidence.PartnerCentral;
using IncidentServerless.Domain.Evidence.SecurityFinding;
using IncidentServerless.Domain.Policy;
using IncidentServerless.Domain.Runbooks;

namespace IncidentServerless.Domain.Evidence;

/// <summary>What evidence means, whatever the runbook.</summary>
public static class Assessments
{
    public static Diagnosis Assess(AssessmentRequest request, IncidentPolicy policy) => request.Kind switch
    {
        RunbookNames.PartnerCentral => PartnerCentralAssessment.Assess(EvidenceReader.PartnerCentral(request.Evidence), request.Context, policy.PartnerCentral),
        RunbookNames.MarketplaceMetering => MeteringAssessment.Assess(EvidenceReader.MarketplaceMetering(request.Evidence), request.Context, policy.MarketplaceMetering),
        RunbookNames.DataQuality => DataQualityAssessment.Assess(EvidenceReader.DataQuality(request.Evidence), request.Context, policy.DataQuality),
        RunbookNames.Authentication => AuthenticationAssessment.Assess(EvidenceReader.Authentication(request.Evidence), request.Context, policy.Authentication),
        RunbookNames.CostSpike => CostSpikeAssessment.Assess(EvidenceReader.CostSpike(request.Evidence), request.Context, policy.CostSpike),
        RunbookNames.SecurityFinding => SecurityAssessment.Assess(EvidenceReader.SecurityFinding(request.Evidence), request.Context, policy.SecurityFinding),
        RunbookNames.General => GeneralAssessment.Assess(EvidenceReader.General(request.Evidence), request.Context),
        _ => throw new InvalidOperationException($"The runbook {request.Kind} has no assessment defined."),
    };
}
