namespace IncidentServerless.Domain.Policy;

/// <summary>What signals name as their route that no route of the policy chose; no route may be called so.</summary>
public static class ReservedRouteNames
{
    /// <summary>A message to the cost topic that could not be read.</summary>
    public const string UnreadableCostMail = "unreadable cost mail";

    /// <summary>A test page.</summary>
    public const string Drill = "drill";

    /// <summary>Why the name is taken; null when it is free.</summary>
    internal static string? WhyTaken(string name) => name switch
    {
        Fallback.RouteName => "is what signals say that no route matches",
        UnreadableCostMail => "is what messages to the cost topic say that cannot be read",
        Drill => "is what test pages say",
        _ => null,
    };
}
