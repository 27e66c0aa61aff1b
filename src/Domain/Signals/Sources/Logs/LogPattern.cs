using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using IncidentServerless.Domain.Messages.Text;

namespace IncidentServerless.Domain.Signals.Sources.Logs;

/// <summary>What lines that differ only in values have in common.</summary>
/// <param name="Text">One line, at most 160 characters; <c>…</c> stands for a value.</param>
public sealed partial record LogPattern(string Text)
{
    private const int Longest = 160;
    private const int FingerprintLength = 12;

    /// <summary>Recognises the pattern: the same for every order and casing of lines, and in every version of the suite that reads lines alike.</summary>
    public string Fingerprint => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Text.ToUpperInvariant())))[..FingerprintLength];

    /// <summary>Replaces times, numbers, ids, addresses, and what is quoted or assigned.</summary>
    /// <param name="line">A line without secrets; the words that stand for these are values too.</param>
    public static LogPattern Of(string line)
    {
        var text = Mask.Replace(line, "…");
        text = Request.Replace(text, "$1 …");
        text = Clock.Replace(text, "…");
        text = Quoted.Replace(text, "…");
        text = Assigned.Replace(text, "$1…");
        text = Named.Replace(text, "$1…");
        text = WithDigits.Replace(text, "…");
        text = Hexadecimal.Replace(text, "…");
        text = Address.Replace(text, "…");
        text = Several.Replace(text, "…");
        text = Beginning.Replace(text, "");
        return new LogPattern(PlainText.Line(text, Longest) is { Length: > 0 } pattern ? pattern : "…");
    }

    private static readonly Regex Mask = new(@"\[(?:secret|email|card|phone)\]", RegexOptions.CultureInvariant);

    /// <summary>The request line of an access log: the method says more than a value would.</summary>
    private static readonly Regex Request = new(@"""(GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS) [^""]*""", RegexOptions.CultureInvariant);

    private static readonly Regex Clock = new(@"\d{4}[-/]\d{2}[-/]\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?)?(?: ?(?:Z|UTC|GMT|[+-]\d{2}:?\d{2}))?|\d{1,2}/[A-Z][a-z]{2}/\d{4}(?::\d{2}){3}(?: [+-]\d{4})?|\b(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun),? )?(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) {1,2}\d{1,2}(?: \d{4})?,? \d{2}:\d{2}:\d{2}(?: \d{4})?", RegexOptions.CultureInvariant);

    // An apostrophe within a word opens nothing.
    private static readonly Regex Quoted = new(@"\\*""(?:[^""\\]|\\.)*""|(?<!\w)'[^']*'(?!\w)|`[^`]*`", RegexOptions.CultureInvariant);

    private static readonly Regex Assigned = new(@"([\w.-]=)(?!=|>)(?:""[^""]*""|[^\s,;&)\]}|]+)", RegexOptions.CultureInvariant);

    /// <summary>Names and ids of somebody or something, which need have no digit.</summary>
    private static readonly Regex Named = new(@"(\b(?:user ?name|user ?id|user|account|client|tenant|customer|principal|session|host|login|e-?mail|bucket|queue|table|order|invoice|request|run|job|partner|opportunity|trace)(?: id| name)?(?:\s*:\s*|\s*#|\s+))(?!(?:not|is|are|was|were|has|have|had|does|do|did|could|cannot|can|will|would|must|may|and|or|of|for|from|to|in|on|at|by|with|without|failed|fails|failure|error|timed|timeout|denied|rejected|expired|invalid|unknown|missing|pool|name|id|authentication|auth|login|sign|creation|already|limit|rate|body|handler|service|data|too|after|before|attempts?|…)\b|…)[\w.@\\/-]+", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    /// <summary>Whatever has a digit in it, words joined by hyphens as one, but for names that everybody knows.</summary>
    private static readonly Regex WithDigits = new(@"(?<![\w…-])(?!(?:S3|EC2|OAuth2|OAuth1|SHA1|SHA256|MD5|IPv4|IPv6|UTF8|Base64|HTTP2|K8s|Route53)(?![\w-]))[\w-]*\d[\w-]*", RegexOptions.CultureInvariant);

    private static readonly Regex Hexadecimal = new(@"(?<!\w)[a-f]{8,}(?!\w)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    private static readonly Regex Address = new(@"[0-9a-fA-F…]*(?::[0-9a-fA-F…]*){2,}…|…(?::[0-9a-fA-F…]*){2,}", RegexOptions.CultureInvariant);

    /// <summary>Values side by side are one.</summary>
    private static readonly Regex Several = new(@"…(?:[\s,;:./|+*#=-]*…)+", RegexOptions.CultureInvariant);

    /// <summary>Time, level and brackets before the words.</summary>
    private static readonly Regex Beginning = new(@"^(?:[\s\[\](){}<>:|,.…*-]|\b(?:TRACE|DEBUG|INFO|INFORMATION|NOTICE|WARN|WARNING|ERROR|FATAL|CRITICAL|SEVERE|PANIC|fail|error|crit)\b(?=[\s\]:|]))+(?=\w)", RegexOptions.CultureInvariant);
}
