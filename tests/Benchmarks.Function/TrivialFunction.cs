using System.Text.Json.Serialization;
using Amazon.Lambda.Annotations;
using Amazon.Lambda.Core;
using Amazon.Lambda.Serialization.SystemTextJson;
using Amazon.Lambda.SQSEvents;
using IncidentServerless.Benchmarks.Function;
using Microsoft.Extensions.DependencyInjection;

[assembly: LambdaGlobalProperties(GenerateMain = true, Runtime = "provided.al2023")]
[assembly: LambdaSerializer(typeof(SourceGeneratorLambdaJsonSerializer<TrivialJson>))]

namespace IncidentServerless.Benchmarks.Function;

/// <summary>What the stack under the suite's functions costs by itself: it takes a batch, and every message is dealt with.</summary>
public sealed class TrivialFunction
{
    [LambdaFunction]
    public Task<SQSBatchResponse> TakeBatch(SQSEvent batch, ILambdaContext context) => Task.FromResult(new SQSBatchResponse([]));
}

/// <summary>Makes nothing; it is there since the suite's functions have one.</summary>
[LambdaStartup]
public sealed class Startup
{
    public void ConfigureServices(IServiceCollection services)
    {
    }
}

[JsonSerializable(typeof(SQSEvent))]
[JsonSerializable(typeof(SQSBatchResponse))]
public sealed partial class TrivialJson : JsonSerializerContext;
