using System.Text.Json.Serialization;
using IncidentServerless.Domain.Json;

namespace IncidentServerless.Domain.Signals;

/// <summary>What became of an event. Every event gets exactly one.</summary>
[JsonConverter(typeof(NameConverter<Disposition>))]
public enum Disposition
{
    /// <summary>It opened an incident, or took up one that had just ended.</summary>
    Opened,

    /// <summary>It belongs to an incident that was open already.</summary>
    Attached,

    /// <summary>It says that the trouble is over, or came after the word that it is.</summary>
    Recovered,

    /// <summary>Another event had told the same change of state.</summary>
    Duplicate,

    /// <summary>Somebody had said that it is not to page.</summary>
    Suppressed,

    /// <summary>It is nothing to act on.</summary>
    Ignored,

    /// <summary>It could not be read.</summary>
    Unparsed,
}
