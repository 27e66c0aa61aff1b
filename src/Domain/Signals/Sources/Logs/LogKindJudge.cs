using System.Text.RegularExpressions;

namespace IncidentServerless.Domain.Signals.Sources.Logs;

/// <summary>Says what a log line tells of.</summary>
internal static class LogKindJudge
{
    private const int Unauthorized = 401;
    private const int Forbidden = 403;

    /// <summary>Null when it tells of neither an error nor a failed authentication. A failed authentication counts at every level but debug, since many programs log it as information; an error counts as such only where no level says that it is none.</summary>
    public static LogKind? Of(LogLine line)
    {
        if (line.Level == LogLevel.Debug)
        {
            return null;
        }

        var told = Nothing.Replace(line.Text, " ");
        if (line.Status is Unauthorized or Forbidden || Refused.IsMatch(told) || (line.Level == LogLevel.Error && RefusalCode.IsMatch(told)))
        {
            return LogKind.AuthenticationFailure;
        }

        return line.Level == LogLevel.Error || (line.Level == LogLevel.Unknown && Failed.IsMatch(told)) ? LogKind.Error : null;
    }

    /// <summary>What says that there was none.</summary>
    private static readonly Regex Nothing = new(@"\b(?:no|0|zero|without(?:\s+any)?)\s+(?:\w+\s+)?(?:errors?|failures?|failed|exceptions?)\b|\b\w*(?:errors?|failures?|failed|exceptions?)(?:[_-]?count)?[""']?\s*[:=]\s*[""']?(?:0|none|null|nil|false|\[\]|\{\})(?![\w.])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    private static readonly Regex Refused = new(
        @"USER_AUTH_FAIL|\bauth\w*(?:[ _-](?:has|was|attempt|request))*[ _-]?(?:fail\w*|denied|rejected|error)|\bfail\w*[ _-](?:to[ _-])?(?:auth\w*|log[ _-]?[io]ns?|sign[ _-]?ins?|password)"
        + @"|\b(?:log[ _-]?in|sign[ _-]?in|logon|password)(?: attempt)?s?(?: \w+){0,3}? (?:failed|failure|denied|rejected)|\b(?:log[ _-]?in|sign[ _-]?in|logon)[ _-]?fail\w*"
        + @"|access[ _-]?(?:is |was )?denied|permission[ _-]denied|not[ _]?authori[sz]ed|\bunauthori[sz]ed|\bforbidden\b"
        + @"|\b(?:invalid|incorrect|wrong|bad|expired)(?: or \w+)?(?: \w+)?[ _-](?:passwords?|credentials?|user ?names?(?: or password)?|tokens?|jwt|api[ _-]?key|signature)\b|\binvalid_(?:grant|client|token)\b"
        + @"|\b(?:token|jwt|session|credentials?)(?: has| have| is| are)? ?(?:expired|invalid|revoked)\b|\bExpiredToken|\bInvalidClientTokenId|\bUnrecognizedClient|\bSignatureDoesNotMatch"
        + @"|\b(?:status(?:[ _-]?code)?|code|http|response|returned|responded(?: with)?|answered)[""']?(?:\s*[:=]\s*|\s+|/\d(?:\.\d)?[""']?\s+)[""']?40[13]\b|HTTP/\d(?:\.\d)?""?\s+40[13]\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    private static readonly Regex RefusalCode = new(@"(?<![\w.-])40[13](?![\w.-])", RegexOptions.CultureInvariant);

    private static readonly Regex Failed = new(@"error|exception|\bfail(?:ed|ure|s)?\b|\bfatal\b|\bpanic\b|\bcritical\b|\bunhandled\b|timed out|\btimeout\b|Traceback|out of memory|\bOOM|segmentation fault|\b(?:status(?:[ _-]?code)?|HTTP/\d(?:\.\d)?""?)\s*[:=]?\s*5\d\d\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);
}
