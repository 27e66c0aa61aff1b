namespace IncidentServerless.Domain.Evidence.MarketplaceMetering;

/// <summary>What the runbook for Marketplace metering tells apart (runbook 3.2): each row has one of these, and the most frequent is the diagnosis.</summary>
public static class MeteringFindings
{
    /// <summary>The customer has no entitlement, or none any more, or is not subscribed. For people.</summary>
    public const string NoEntitlement = "no-entitlement";

    /// <summary>The product defines no such dimension. Sent again where it differs from exactly one only in case and separators; else for people.</summary>
    public const string UnknownDimension = "unknown-dimension";

    /// <summary>The usage is older than six hours, or in the future: the Marketplace takes it no more. For people.</summary>
    public const string OutsideWindow = "outside-window";

    /// <summary>The Marketplace refused it for another reason. For people.</summary>
    public const string Refused = "refused";

    /// <summary>The Marketplace could not be reached, or was busy. Sent again.</summary>
    public const string Transient = "transient";

    /// <summary>Another row of the same customer, dimension and hour was sent: sending it could bill twice. For people.</summary>
    public const string AlreadyMetered = "already-metered";

    public const string NothingFound = "nothing-found";

    public const string NothingSeen = "nothing-seen";
}
