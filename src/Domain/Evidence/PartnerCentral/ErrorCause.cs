using System.Text.RegularExpressions;

namespace IncidentServerless.Domain.Evidence.PartnerCentral;

/// <summary>Whose fault a line of the connector's log tells of.</summary>
internal enum ErrorCause
{
    Aws,
    Permission,
    RateLimit,
    Own,
    Unknown,
}

/// <summary>Reads a line's cause off the codes in it, whatever its format.</summary>
internal static class ErrorCauses
{
    // Codes are AWS's own ("Common error types" of the API references) and HTTP's; the order is that of asking: a throttled call may answer 4xx or 5xx.
    private static readonly Regex Throttled = Of(@"throttl|too ?many ?requests|rate ?(limit )?exceeded|request ?limit ?exceeded|slow ?down|quota ?exceeded");

    // How many of something an account may have: sending more slowly changes nothing.
    private static readonly Regex AccountLimit = Of(@"service ?quota ?exceeded");

    private static readonly Regex Refused = Of(
        @"access ?denied|not authori[sz]ed|unauthori[sz]ed|forbidden|unrecognized ?client|invalid ?client ?token|expired ?token|token (?:has |is )?expired|signature ?does ?not ?match|invalid ?signature|incomplete ?signature|opt ?in ?required|assume ?role|external ?id|security token|unable to (?:locate|load|find) credentials|no ?credentials|could not (?:load|find) credentials|credentials? (?:were |was |are |is )?not found|failed to (?:refresh|retrieve) (?:cached )?credentials");

    private static readonly Regex Theirs = Of(
        @"internal ?server|internal ?failure|internal ?error|service ?unavailable|bad ?gateway|gateway ?time-?out|service ?exception|timed? ?out|time-?out|deadline exceeded|(?:task|operation|request) was cancell?ed|connection (?:reset|refused|closed)|econn");

    // A database or a cache that cannot be reached is the connector's own, wherever AWS runs it; so is a network in which AWS's names or hosts are not found.
    private static readonly Regex OwnPlace = Of(
        @"unknown ?host|no such host|no route to host|network is unreachable|name resolution|getaddrinfo|name or service not known|enotfound|eai_again|jdbc|postgres|mysql|mariadb|sqlserver|redis|mongo|kafka|\bdatabase\b|could not connect to server|\.rds\.|\.cache\.|\.redshift|\.docdb|\bport\W{0,3}(?:5432|3306|1433|1521|6379|5439|27017|9092)\b|:(?:5432|3306|1433|1521|6379|5439|27017|9092)\b");

    private static readonly Regex Ours = Of(
        @"validation|bad ?request|invalid ?(?:parameter|request|argument|input|value)|not ?found|conflict|unprocessable|malformed|missing (?:required|parameter)|exception|traceback|panic|null ?reference|undefined is not|cannot read|type ?error|key ?error|out ?of ?memory|heap space|no space left|parse|deserial|schema");

    // Beside a word that says what the number is, so that no amount or identifier is taken for one.
    private static readonly Regex Status = Of(@"(?:status(?:[ _-]?code)?|http(?:/[0-9.]+)?|response|returned|answered|code|error)\W{0,4}(?:code\W{0,3})?([45][0-9]{2})(?![0-9])|\b([45][0-9]{2}) (?:error|response|too many|service|internal|bad|forbidden|unauthorized|not found)");

    public static ErrorCause Of(string line, int? status)
    {
        return AccountLimit.IsMatch(line) && status != 429 ? ErrorCause.Own
            : Throttled.IsMatch(line) || status == 429 ? ErrorCause.RateLimit
            : Refused.IsMatch(line) || status is 401 or 403 ? ErrorCause.Permission
            : status is >= 500 ? ErrorCause.Aws
            : status is >= 400 ? ErrorCause.Own
            : OwnPlace.IsMatch(line) ? ErrorCause.Own
            : Theirs.IsMatch(line) ? ErrorCause.Aws
            : Ours.IsMatch(line) ? ErrorCause.Own
            : ErrorCause.Unknown;
    }

    /// <summary>The HTTP status that a line names; null when it names none.</summary>
    public static int? StatusOf(string line) => Status.Match(line) is { Success: true } match
        ? int.Parse(match.Groups[1].Success ? match.Groups[1].ValueSpan : match.Groups[2].ValueSpan, System.Globalization.CultureInfo.InvariantCulture)
        : null;

    private static Regex Of(string pattern) => new(pattern, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);
}
