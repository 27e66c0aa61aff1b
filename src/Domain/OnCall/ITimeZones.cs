namespace IncidentServerless.Domain.OnCall;

/// <summary>The time zones that a policy may name.</summary>
public interface ITimeZones
{
    /// <summary>Their names, for whoever misspelt one.</summary>
    IEnumerable<string> Names { get; }

    /// <summary>Null when there is no such zone.</summary>
    ZoneOffsets? Find(string id);
}
