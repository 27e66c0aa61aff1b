using System.Text.Json;
using Amazon.Lambda.Core;

namespace IncidentServerless.StandIns.Tests.RuntimeSupport;

/// <summary>JSON without any options.</summary>
internal sealed class PlainJson : ILambdaSerializer
{
    public T Deserialize<T>(Stream requestStream) => JsonSerializer.Deserialize<T>(requestStream)!;

    public void Serialize<T>(T response, Stream responseStream) => JsonSerializer.Serialize(responseStream, response);
}
