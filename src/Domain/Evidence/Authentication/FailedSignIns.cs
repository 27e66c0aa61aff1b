using System.Collections.Immutable;
using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;

namespace IncidentServerless.Domain.Evidence.Authentication;

/// <summary>Failed sign-ins by who and from where.</summary>
internal sealed class FailedSignIns
{
    private static readonly Regex AddressIn = new(@"(?<![0-9.]|[A-Za-z]/|[A-Za-z-])(?:25[0-5]|2[0-4][0-9]|1?[0-9]{1,2})(?:\.(?:25[0-5]|2[0-4][0-9]|1?[0-9]{1,2})){3}(?![0-9.])", RegexOptions.CultureInvariant);

    // Public ones alone: 2000::/3.
    private static readonly Regex LongAddressIn = new(@"(?<![0-9A-Za-z:.])[23][0-9A-Fa-f]{3}:[0-9A-Fa-f:]{2,34}(?![0-9A-Za-z:]|\.[0-9])", RegexOptions.CultureInvariant);

    private static readonly Regex UserIn = new(@"(?:user ?name|user ?id|user|sub|login|account)[""']?\s*[:=]\s*[""']?([^\s""',;}\]]{1,128})", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    private static readonly Regex SafeName = new(@"^[A-Za-z0-9_.:-]{1,128}\z", RegexOptions.CultureInvariant);

    private static readonly IPNetwork[] Private = [.. new[] { "10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "127.0.0.0/8", "169.254.0.0/16", "100.64.0.0/10", "0.0.0.0/8", "224.0.0.0/3" }.Select(network => IPNetwork.Parse(network))];

    private readonly Line[] lines;

    private FailedSignIns(Line[] lines) => this.lines = lines;

    /// <summary>Each line once: the same moment and text is the same line, told twice.</summary>
    public static FailedSignIns Of(Gathered<DenialLine>? failures) => new(
    [
        .. failures.Told().Where(line => line.Text is { Length: > 0 }).Distinct()
            .Select(line => new Line(line.Text!, AddressOf(line.Text!), UserIn.Match(line.Text!) is { Success: true } user ? user.Groups[1].Value : null))
            .OrderBy(line => line.Text, StringComparer.Ordinal),
    ]);

    // A line may name a proxy of ours beside whoever signs in: a public address tells more than a private one. The version of a browser is none.
    private static string? AddressOf(string line)
    {
        string[] all = [.. AddressIn.Matches(line).Select(match => match.Value)];
        return all.FirstOrDefault(address => MayBeBlocked(address, [])) ?? NetworkOf(line) ?? all.FirstOrDefault();
    }

    // Whoever has one address of version 6 has all of its /64.
    private static string? NetworkOf(string line) => LongAddressIn.Matches(line)
        .Select(match => IPAddress.TryParse(match.Value, out var ip) && ip.AddressFamily == AddressFamily.InterNetworkV6 ? ip : null)
        .OfType<IPAddress>()
        .Select(ip => $"{new IPAddress([.. ip.GetAddressBytes()[..8], .. new byte[8]])}/64")
        .FirstOrDefault();

    public int Total => lines.Length;

    public int WithAddress => lines.Count(line => line.Address is not null);

    public int Users => UsersOf(lines);

    /// <summary>How many different users were tried from these addresses.</summary>
    public int UsersFrom(IEnumerable<AddressCount> addresses) => UsersOf(lines.Where(line => addresses.Any(each => each.Address == line.Address)));

    private static int UsersOf(IEnumerable<Line> some) => some.Select(line => line.User).OfType<string>().Distinct(StringComparer.Ordinal).Count();

    /// <summary>Users whose names may stand in a plan: none with an address of mail or anything else than letters, digits and <c>_.:-</c>.</summary>
    public ImmutableArray<string> SafeUsers => [.. lines.Select(line => line.User).OfType<string>().Where(user => SafeName.IsMatch(user)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    /// <summary>Addresses with how many failures each has, the most first.</summary>
    public IReadOnlyList<AddressCount> Addresses =>
    [
        .. lines.Where(line => line.Address is not null).GroupBy(line => line.Address!)
            .Select(group => new AddressCount(group.Key, group.Count())).OrderByDescending(each => each.Count).ThenBy(each => each.Address, StringComparer.Ordinal),
    ];

    public int Mentioning(params string[] words) => lines.Count(line => words.Any(word => line.Text.Contains(word, StringComparison.OrdinalIgnoreCase)));

    public IEnumerable<string> Texts => lines.Select(line => line.Text);

    private sealed record Line(string Text, string? Address, string? User);

    /// <summary>A public address of version 4 that policy does not protect.</summary>
    public static bool MayBeBlocked(string address, IEnumerable<string> never) =>
        IPAddress.TryParse(address, out var ip) && ip.AddressFamily == AddressFamily.InterNetwork
        && !Private.Any(network => network.Contains(ip))
        && !never.Any(network => IPNetwork.TryParse(network, out var kept) && kept.Contains(ip));
}

/// <summary>How many sign-ins failed from an address.</summary>
/// <param name="Address">Of version 4; or a network of version 6: <c>2001:db8:1:2::/64</c>.</param>
internal sealed record AddressCount(string Address, int Count)
{
    public bool IsNetwork => Address.Contains('/');
}
