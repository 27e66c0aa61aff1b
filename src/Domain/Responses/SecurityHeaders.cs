using System.Collections.Immutable;

namespace IncidentServerless.Domain.Responses;

/// <summary>The headers of every answer: the address holds a key, so it must not be framed, cached, indexed or passed on.</summary>
public static class SecurityHeaders
{
    public static ImmutableArray<(string Name, string Value)> All { get; } =
    [
        ("Content-Type", "text/html; charset=utf-8"),
        ("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'"),
        ("Referrer-Policy", "no-referrer"),
        ("Cache-Control", "no-store"),
        ("X-Content-Type-Options", "nosniff"),
        ("X-Robots-Tag", "noindex"),
    ];
}
