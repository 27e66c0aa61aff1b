namespace IncidentServerless.Domain.Responses;

/// <summary>What a signed link proves.</summary>
public enum LinkScope
{
    /// <summary>It was sent to a channel: whoever uses it can read that channel, and is known only by the name that they give.</summary>
    Broadcast,

    /// <summary>It was sent to one person.</summary>
    Personal,
}
