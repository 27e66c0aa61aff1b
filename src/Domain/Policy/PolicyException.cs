using System.Collections.Immutable;

namespace IncidentServerless.Domain.Policy;

/// <summary>The policy file cannot be used. Carries every fault at once, in the order of the file.</summary>
public sealed class PolicyException(ImmutableArray<PolicyFault> faults) : Exception(string.Join('\n', faults))
{
    /// <summary>At least one. The message is these, one a line.</summary>
    public ImmutableArray<PolicyFault> Faults { get; } = faults;
}
