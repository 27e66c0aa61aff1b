using System.Text.Json.Serialization;
using Amazon.Lambda.APIGatewayEvents;
using Amazon.Lambda.CloudWatchEvents;
using Amazon.Lambda.CloudWatchLogsEvents;
using Amazon.Lambda.SQSEvents;
using IncidentServerless.Functions.Reconcile;

namespace IncidentServerless.Functions;

/// <summary>The events that Lambda hands to functions, and the answers it takes.</summary>
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(SQSEvent))]
[JsonSerializable(typeof(SQSBatchResponse))]
[JsonSerializable(typeof(APIGatewayHttpApiV2ProxyRequest))]
[JsonSerializable(typeof(APIGatewayHttpApiV2ProxyResponse))]
[JsonSerializable(typeof(CloudWatchLogsEvent))]
[JsonSerializable(typeof(CloudWatchEvent<ReconcileTrigger>))]
internal sealed partial class EventJson : JsonSerializerContext;
