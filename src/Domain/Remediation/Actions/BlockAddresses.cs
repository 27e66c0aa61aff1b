using System.Collections.Immutable;

namespace IncidentServerless.Domain.Remediation.Actions;

/// <summary>Puts addresses from which an attack comes into an IP set that AWS WAF blocks (runbook 3.4).</summary>
public sealed record BlockAddresses : RemediationAction
{
    /// <summary>Single IPv4 addresses, <c>198.51.100.23/32</c>; at least 1, each once.</summary>
    public required ImmutableArray<string> Addresses { get; init; }

    public required string IpSetId { get; init; }

    /// <summary>How many sign-ins failed when this was planned, an hour.</summary>
    public required double FailuresAnHour { get; init; }

    /// <summary>Where failed sign-ins are counted.</summary>
    public required string LogGroup { get; init; }

    public override string Name => ActionKinds.BlockAddresses;

    public override int BlastRadius => Addresses.Length;

    public override bool CanBeUndone => true;
}
