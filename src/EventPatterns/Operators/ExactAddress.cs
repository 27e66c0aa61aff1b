using IncidentServerless.EventPatterns.Matching;

namespace IncidentServerless.EventPatterns.Operators;

/// <summary><c>"::1"</c>: a string that is an IP address accepts every spelling of that address.</summary>
internal sealed class ExactAddress : ValueTest
{
    private readonly IpAddress _expected;

    private ExactAddress(IpAddress expected) => _expected = expected;

    internal static ExactAddress? TryParse(ReadOnlySpan<byte> text) =>
        IpAddress.TryParse(text, out var address) ? new ExactAddress(address) : null;

    internal override bool Accepts(in Leaf leaf) =>
        leaf.IsString && IpAddress.TryParse(leaf.Utf8, out var address) && address == _expected;
}
