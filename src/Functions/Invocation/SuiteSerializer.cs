using System.Text.Json;
using System.Text.Json.Serialization;
using Amazon.Lambda.APIGatewayEvents;
using Amazon.Lambda.CloudWatchEvents;
using Amazon.Lambda.Serialization.SystemTextJson;
using Amazon.Lambda.SQSEvents;
using IncidentServerless.Domain.Evidence;
using IncidentServerless.Domain.Incidents;
using IncidentServerless.Domain.Paging;
using IncidentServerless.Domain.Runbooks;
using IncidentServerless.Functions.Reconcile;

namespace IncidentServerless.Functions;

/// <summary>Writes what workflows read as Domain writes it. The official serializer builds its own options and ignores those of the context, so they are set here.</summary>
public sealed class SuiteSerializer() : SourceGeneratorLambdaJsonSerializer<SuiteJson>((JsonSerializerOptions options) =>
{
    options.PropertyNamingPolicy = JsonNamingPolicy.CamelCase;
    options.AllowOutOfOrderMetadataProperties = true;
});

[JsonSerializable(typeof(SQSEvent))]
[JsonSerializable(typeof(SQSBatchResponse))]
[JsonSerializable(typeof(APIGatewayHttpApiV2ProxyRequest))]
[JsonSerializable(typeof(APIGatewayHttpApiV2ProxyResponse))]
[JsonSerializable(typeof(CloudWatchEvent<ReconcileTrigger>))]
[JsonSerializable(typeof(IncidentCommand))]
[JsonSerializable(typeof(IncidentAnswer))]
[JsonSerializable(typeof(PagingRequest))]
[JsonSerializable(typeof(PagingStep))]
[JsonSerializable(typeof(RunbookRequest))]
[JsonSerializable(typeof(RunbookContext))]
[JsonSerializable(typeof(AssessmentRequest))]
[JsonSerializable(typeof(Diagnosis))]
public sealed partial class SuiteJson : JsonSerializerContext;
