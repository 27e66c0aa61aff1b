using System.Collections.Immutable;
using System.Text.Json.Serialization;
using IncidentServerless.Domain.Customers;
using IncidentServerless.Domain.Evidence;
using IncidentServerless.Domain.Incidents;
using IncidentServerless.Domain.Intake;
using IncidentServerless.Domain.Paging;
using IncidentServerless.Domain.Policy;
using IncidentServerless.Domain.Remediation;
using IncidentServerless.Domain.Runbooks;
using IncidentServerless.Domain.Severity;

namespace IncidentServerless.Domain.Json;

/// <summary>How Domain's records are written: camel case, no nulls, enums by name. Workflows need not keep the order of members.</summary>
[JsonSourceGenerationOptions(
    GenerationMode = JsonSourceGenerationMode.Metadata,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    PropertyNameCaseInsensitive = false,
    AllowOutOfOrderMetadataProperties = true)]
[JsonSerializable(typeof(Incident))]
[JsonSerializable(typeof(IncidentEvent))]
[JsonSerializable(typeof(IncidentCommand))]
[JsonSerializable(typeof(Actor))]
[JsonSerializable(typeof(PagerDutyStatus))]
[JsonSerializable(typeof(AftermathStep))]
[JsonSerializable(typeof(MailKind))]
[JsonSerializable(typeof(MailStatus))]
[JsonSerializable(typeof(Delivery))]
[JsonSerializable(typeof(Impact))]
[JsonSerializable(typeof(Confidence))]
[JsonSerializable(typeof(ActionStatus))]
[JsonSerializable(typeof(ActionRisk))]
[JsonSerializable(typeof(RemediationAction))]
[JsonSerializable(typeof(StepKind))]
[JsonSerializable(typeof(IncidentType))]
[JsonSerializable(typeof(SeverityLevel))]
[JsonSerializable(typeof(IncidentStatus))]
[JsonSerializable(typeof(ImmutableArray<Topic>))]
[JsonSerializable(typeof(ImmutableArray<ImmutableArray<Delivery>>))]
[JsonSerializable(typeof(TargetState))]
[JsonSerializable(typeof(Measurement))]
[JsonSerializable(typeof(MessageKind))]
[JsonSerializable(typeof(Verdict))]
[JsonSerializable(typeof(IncidentAnswer))]
[JsonSerializable(typeof(EventDisposition))]
[JsonSerializable(typeof(PagingRequest))]
[JsonSerializable(typeof(PagingStep))]
[JsonSerializable(typeof(PagingAction))]
[JsonSerializable(typeof(AssessmentRequest))]
[JsonSerializable(typeof(Diagnosis))]
[JsonSerializable(typeof(RunbookRequest))]
[JsonSerializable(typeof(RunbookContext))]
public sealed partial class DomainJson : JsonSerializerContext;
