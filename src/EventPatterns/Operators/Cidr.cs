using System.Globalization;
using System.Text;
using IncidentServerless.EventPatterns.Matching;
using IncidentServerless.EventPatterns.Parsing;

namespace IncidentServerless.EventPatterns.Operators;

/// <summary>
/// <c>{"cidr": "10.0.0.0/24"}</c>: a string that is an address of the block, IPv4 or IPv6. Host bits in the block's
/// address are ignored. A block of a single address (/32, /128) is refused, as EventBridge does.
/// </summary>
internal sealed class Cidr : ValueTest
{
    private readonly IpAddress _block;
    private readonly int _hostBits;

    private Cidr(IpAddress block, int hostBits)
    {
        _block = block;
        _hostBits = hostBits;
    }

    internal static Cidr Parse(Argument argument)
    {
        const string expected = "a block of addresses such as \"10.0.0.0/24\" or \"2001:db8::/64\"";
        var parts = argument.Text(expected).Split('/');
        if (parts.Length != 2
            || !IpAddress.TryParse(Encoding.UTF8.GetBytes(parts[0]), out var block)
            || !int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var networkBits))
        {
            throw argument.Expecting(expected);
        }

        return networkBits < block.Bits
            ? new Cidr(block, block.Bits - networkBits)
            : throw argument.Expecting($"a prefix length below {block.Bits} (for one address, write it as a plain string)");
    }

    // Shifting a 128-bit number by 128 shifts it by nothing.
    internal override bool Accepts(in Leaf leaf) =>
        leaf.IsString
        && IpAddress.TryParse(leaf.Utf8, out var address)
        && address.IsV6 == _block.IsV6
        && (_hostBits == 128 || address.Value >> _hostBits == _block.Value >> _hostBits);
}
