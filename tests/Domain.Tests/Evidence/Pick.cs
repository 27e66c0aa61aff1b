using CsCheck;

namespace IncidentServerless.Domain.Tests.Evidence;

internal static class Pick
{
    /// <summary>One of these.</summary>
    public static Gen<T> Of<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(index => values[index]);
}
