using System.Buffers;
using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace IncidentServerless.EventPatterns.Operators;

/// <summary>An IPv4 or IPv6 address. The two never equal each other, except that <c>::ffff:102:304</c> is 1.2.3.4.</summary>
internal readonly record struct IpAddress(bool IsV6, UInt128 Value)
{
    private static readonly SearchValues<byte> V6Symbols = SearchValues.Create("0123456789abcdefABCDEF:"u8);

    internal int Bits => IsV6 ? 128 : 32;

    internal static bool TryParse(ReadOnlySpan<byte> text, out IpAddress address) =>
        text.Contains((byte)':') ? TryParseV6(text, out address) : TryParseV4(text, out address);

    // Read by hand, since the framework takes a leading zero for octal and a lone number for an address.
    private static bool TryParseV4(ReadOnlySpan<byte> text, out IpAddress address)
    {
        address = default;
        var value = 0u;
        var octet = -1;
        var octets = 0;
        foreach (var symbol in text)
        {
            if (symbol == '.')
            {
                if (octet < 0 || ++octets > 3)
                    return false;
                value = (value << 8) | (uint)octet;
                octet = -1;
            }
            else if (symbol is >= (byte)'0' and <= (byte)'9')
            {
                octet = (Math.Max(octet, 0) * 10) + symbol - '0';
                if (octet > 255)
                    return false;
            }
            else
            {
                return false;
            }
        }

        if (octets != 3 || octet < 0)
            return false;
        address = new IpAddress(false, (value << 8) | (uint)octet);
        return true;
    }

    private static bool TryParseV6(ReadOnlySpan<byte> text, out IpAddress address)
    {
        address = default;
        if (text.ContainsAnyExcept(V6Symbols)
            || !IPAddress.TryParse(Encoding.ASCII.GetString(text), out var parsed)
            || parsed.AddressFamily != AddressFamily.InterNetworkV6)
        {
            return false;
        }

        Span<byte> octets = stackalloc byte[16];
        parsed.TryWriteBytes(octets, out _);
        address = parsed.IsIPv4MappedToIPv6
            ? new IpAddress(false, BinaryPrimitives.ReadUInt32BigEndian(octets[12..]))
            : new IpAddress(true, BinaryPrimitives.ReadUInt128BigEndian(octets));
        return true;
    }
}
