using System.Text.Json.Serialization;
using IncidentServerless.Domain.Json;

namespace IncidentServerless.Domain.Evidence;

/// <summary>How sure a diagnosis is.</summary>
[JsonConverter(typeof(NameConverter<Confidence>))]
public enum Confidence
{
    /// <summary>A guess, or something that contradicts it was seen.</summary>
    Low,

    /// <summary>One source says so, and nothing contradicts it; what could confirm it was not seen.</summary>
    Medium,

    /// <summary>Two sources that do not depend on each other say so.</summary>
    High,
}
