using System.Text.Json.Serialization;
using IncidentServerless.Domain.Evidence.Authentication;
using IncidentServerless.Domain.Evidence.CostSpike;
using IncidentServerless.Domain.Evidence.General;
using IncidentServerless.Domain.Evidence.PartnerCentral;
using IncidentServerless.Domain.Runbooks;

namespace IncidentServerless.Domain.Evidence;

/// <summary>A runbook asks what its evidence means. One kind for each runbook, by the runbook's name.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(PartnerCentralRequest), RunbookNames.PartnerCentral)]
[JsonDerivedType(typeof(AuthenticationRequest), RunbookNames.Authentication)]
[JsonDerivedType(typeof(CostSpikeRequest), RunbookNames.CostSpike)]
[JsonDerivedType(typeof(GeneralRequest), RunbookNames.General)]
public abstract record AssessmentRequest
{
    /// <summary>As the runbook's first state was told.</summary>
    public required RunbookContext Context { get; init; }
}

public sealed record PartnerCentralRequest : AssessmentRequest
{
    public required PartnerCentralEvidence Evidence { get; init; }
}

public sealed record AuthenticationRequest : AssessmentRequest
{
    public required AuthenticationEvidence Evidence { get; init; }
}

public sealed record CostSpikeRequest : AssessmentRequest
{
    public required CostSpikeEvidence Evidence { get; init; }
}

public sealed record GeneralRequest : AssessmentRequest
{
    public required GeneralEvidence Evidence { get; init; }
}
