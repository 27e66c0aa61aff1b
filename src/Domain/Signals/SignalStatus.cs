using System.Text.Json.Serialization;

namespace IncidentServerless.Domain.Signals;

/// <summary>Whether a signal says that something is wrong or that it is well again.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<SignalStatus>))]
public enum SignalStatus
{
    Firing,
    Recovered,
}
