using Amazon.Lambda.Annotations;
using Amazon.Lambda.Core;
using AWS.Lambda.Powertools.Logging;
using IncidentServerless.Domain.Evidence;
using IncidentServerless.Domain.Policy;
using Microsoft.Extensions.Logging;

namespace IncidentServerless.Functions.AssessEvidence;

/// <summary>What a runbook's evidence means, and what should be done. Reads and writes nothing.</summary>
public sealed class AssessEvidenceFunction(IncidentPolicy policy, ILogger<AssessEvidenceFunction> logger)
{
    [LambdaFunction]
    public Task<Diagnosis> AssessEvidence(AssessmentRequest request, ILambdaContext context)
    {
        logger.AppendKey(LogKeys.RequestId, context.AwsRequestId);
        logger.AppendKey(LogKeys.IncidentId, request.Context.IncidentId);
        var diagnosis = Assessments.Assess(request, policy);
        logger.LogInformation("{IncidentId}: {Finding}, {Confidence}, {Actions} action(s) proposed", request.Context.IncidentId, diagnosis.Finding, diagnosis.Confidence, diagnosis.Plan.Length);
        return Task.FromResult(diagnosis);
    }
}
