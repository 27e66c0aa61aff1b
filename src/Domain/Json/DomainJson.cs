using System.Text.Json.Serialization;
using IncidentServerless.Domain.Incidents;
using IncidentServerless.Domain.Intake;
using IncidentServerless.Domain.Paging;

namespace IncidentServerless.Domain.Json;

/// <summary>How Domain's records are written: camel case, no nulls, enums by name.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    PropertyNameCaseInsensitive = false)]
[JsonSerializable(typeof(Incident))]
[JsonSerializable(typeof(IncidentEvent))]
[JsonSerializable(typeof(IncidentCommand))]
[JsonSerializable(typeof(IncidentAnswer))]
[JsonSerializable(typeof(EventDisposition))]
[JsonSerializable(typeof(PagingRequest))]
[JsonSerializable(typeof(PagingStep))]
public sealed partial class DomainJson : JsonSerializerContext;
