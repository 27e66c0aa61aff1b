using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;
using IncidentServerless.Domain.Messages.Text;

namespace IncidentServerless.Domain.Responses;

/// <summary>
/// The printable form of <see cref="LinkClaims"/>: <c>{base64url(payload)}.{base64url(mac)}</c>. The payload is UTF-8, one claim a line:
/// version, incident, scope (<c>b</c> | <c>p</c>), subject, display name, expiry. The MAC (HMAC-SHA-256 of the payload) is made and
/// checked by KMS; everything else is checked here first, so that rubbish never costs a call.
/// </summary>
public static class LinkToken
{
    /// <summary>A longer token is refused unread.</summary>
    public const int LongestToken = 1500;

    /// <summary>HMAC-SHA-256.</summary>
    public const int MacBytes = 32;

    private const int LongestIncidentId = 64;
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    // The last moment that DateTimeOffset can hold.
    private static readonly long LastSecond = DateTimeOffset.MaxValue.ToUnixTimeSeconds();

    /// <summary>The bytes to sign.</summary>
    /// <exception cref="ArgumentException">A claim has no printable form; the message says which and why.</exception>
    public static byte[] Payload(LinkClaims claims)
    {
        if (Fault(claims) is { } fault)
        {
            throw new ArgumentException(fault, nameof(claims));
        }

        var scope = claims.Scope == LinkScope.Personal ? "p" : "b";
        return Strict.GetBytes(string.Create(CultureInfo.InvariantCulture,
            $"{LinkClaims.Version}\n{claims.IncidentId}\n{scope}\n{claims.Subject}\n{claims.DisplayName}\n{claims.Expires}"));
    }

    /// <summary>The token of a payload and its MAC.</summary>
    /// <exception cref="ArgumentException">The MAC is not <see cref="MacBytes"/> long.</exception>
    public static string Print(ReadOnlySpan<byte> payload, ReadOnlySpan<byte> mac) => mac.Length == MacBytes
        ? $"{Base64Url.EncodeToString(payload)}.{Base64Url.EncodeToString(mac)}"
        : throw new ArgumentException($"The MAC has {mac.Length} bytes; HMAC-SHA-256 has {MacBytes}.", nameof(mac));

    /// <summary>Reads a token without checking its MAC or its expiry. Never throws.</summary>
    /// <param name="claims">What it says; believe it only after the MAC of <paramref name="payload"/> is verified.</param>
    /// <param name="fault">Why it is no token of ours, in a sentence; null when it is well formed.</param>
    public static bool TryParse(
        string? token,
        [NotNullWhen(true)] out LinkClaims? claims,
        out byte[] payload,
        out byte[] mac,
        [NotNullWhen(false)] out string? fault)
    {
        (claims, payload, mac) = (null, [], []);
        fault = Split(token, ref payload, ref mac) ?? Read(payload, ref claims);
        return fault is null && claims is not null;
    }

    private static string? Split(string? token, ref byte[] payload, ref byte[] mac)
    {
        if (string.IsNullOrEmpty(token))
        {
            return "The link carries no token.";
        }

        if (token.Length > LongestToken)
        {
            return $"The link's token has {token.Length} characters; ours have at most {LongestToken}.";
        }

        if (token.Split('.') is not [var left, var right] || Decode(left) is not { Length: > 0 } decodedPayload || Decode(right) is not { } decodedMac)
        {
            return "The link's token is not two base64url parts with a full stop between them; it was probably cut off or changed.";
        }

        if (decodedMac.Length != MacBytes)
        {
            return $"The link's signature has {decodedMac.Length} bytes instead of {MacBytes}; it was probably cut off.";
        }

        (payload, mac) = (decodedPayload, decodedMac);
        return null;
    }

    private static string? Read(byte[] payload, ref LinkClaims? claims)
    {
        if (!System.Text.Unicode.Utf8.IsValid(payload))
        {
            return "The link's token is not text.";
        }

        var lines = Strict.GetString(payload).Split('\n');
        if (lines[0] != LinkClaims.Version.ToString(CultureInfo.InvariantCulture))
        {
            return $"The link's token is not of version {LinkClaims.Version}, the only one that is understood here.";
        }

        if (lines is not [_, var incidentId, "b" or "p", var subject, var displayName, var expires]
            || !long.TryParse(expires, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            || seconds.ToString(CultureInfo.InvariantCulture) != expires)
        {
            return "The link's token does not say incident, scope, subject, name and expiry, one a line.";
        }

        var read = new LinkClaims(incidentId, lines[2] == "p" ? LinkScope.Personal : LinkScope.Broadcast, subject, displayName, seconds);
        var fault = Fault(read);
        claims = fault is null ? read : null;
        return fault;
    }

    private static string? Fault(LinkClaims claims) => claims switch
    {
        { IncidentId.Length: 0 or > LongestIncidentId } => $"The link's incident id must have 1 to {LongestIncidentId} characters.",
        _ when !claims.IncidentId.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '-') => "The link's incident id may hold ASCII letters, digits and hyphens only.",
        _ when !Enum.IsDefined(claims.Scope) => "The link's scope must be broadcast or personal.",
        _ when !IsName(claims.Subject) => $"The link's subject must have 1 to {Limits.Name} visible characters, in one line.",
        _ when !IsName(claims.DisplayName) => $"The link's display name must have 1 to {Limits.Name} visible characters, in one line.",
        _ when claims.Expires < 0 || claims.Expires > LastSecond => "The link's expiry is not a date.",
        _ => null,
    };

    private static bool IsName(string name) => name.Length > 0 && PlainText.Line(name, Limits.Name) == name;

    // The decoder tolerates white space, padding and loose bits; a token has one spelling only.
    private static byte[]? Decode(string part)
    {
        if (!Base64Url.IsValid(part))
        {
            return null;
        }

        var bytes = Base64Url.DecodeFromChars(part);
        return Base64Url.EncodeToString(bytes) == part ? bytes : null;
    }
}
