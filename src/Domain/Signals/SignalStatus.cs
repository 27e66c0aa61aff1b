using System.Text.Json.Serialization;
using IncidentServerless.Domain.Json;

namespace IncidentServerless.Domain.Signals;

/// <summary>Whether a signal says that something is wrong or that it is well again.</summary>
[JsonConverter(typeof(NameConverter<SignalStatus>))]
public enum SignalStatus
{
    Firing,
    Recovered,
}
