using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using IncidentServerless.Domain.Messages.Text;
using IncidentServerless.Domain.Signals.Envelopes;

namespace IncidentServerless.Domain.Signals.Sources.Logs;

/// <summary>Reads log events: plain lines, and the JSON that loggers write.</summary>
internal static class LogLineReader
{
    private const int LongestText = 600;
    private const int LongestTenant = 120;
    private const int MostTenants = 20;
    private const int DeepestNesting = 3;

    private static readonly string[] Levels = ["level", "severity", "loglevel", "log.level", "lvl", "@l"];
    private static readonly string[] Kinds = ["errortype", "error_type", "exception_name", "event", "eventtype", "event_type", "errorcode", "error_code", "code"];
    private static readonly string[] KindsOfErrors = ["name", "type", .. Kinds];
    private static readonly string[] Messages = ["message", "msg", "@message", "@m", "@mt", "errormessage", "error_message", "reason", "error", "err", "exception", "@x"];
    private static readonly string[] Addresses = ["ip", "sourceip", "source_ip", "clientip", "client_ip", "remoteaddr", "remote_addr"];
    private static readonly string[] Statuses = ["status", "statuscode", "status_code", "httpstatus", "http_status"];
    private static readonly string[] TenantNames = ["tenant", "tenantid", "tenant_id"];

    public static LogLine Read(LogEvent logged) => Json(logged.Message) is { } json ? Structured(logged, json) : Plain(logged);

    /// <summary>Lambda's runtimes write words and then an error as JSON: what that says is part of the words.</summary>
    private static LogLine Plain(LogEvent logged)
    {
        var message = logged.Message;
        var brace = message.IndexOf('{', StringComparison.Ordinal);
        var text = brace > 0 && Json(message[brace..]) is { } error && Words(error, KindsOfErrors, DeepestNesting).ToArray() is [_, ..] words
            ? PlainText.Line(string.Join(": ", words.Select(Line).Distinct().Prepend(Line(message[..brace]))), LongestText)
            : Line(message);
        return new LogLine(logged, text, LevelIn(text), null, []);
    }

    private static JsonElement? Json(string text) =>
        text.AsSpan().Trim() is ['{', .., '}'] && JsonBody.Parse(text) is { ValueKind: JsonValueKind.Object } json ? json : null;

    private static LogLine Structured(LogEvent logged, JsonElement json)
    {
        var words = Words(json, Kinds, DeepestNesting).Select(Line).Where(word => word.Length > 0).Distinct().ToArray();
        var text = PlainText.Line(string.Join(": ", words), LongestText);
        var level = LogLevels.Of(Values(json, Levels).FirstOrDefault());
        var status = int.TryParse(Values(json, Statuses).FirstOrDefault(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null as int?;
        var address = Values(json, Addresses).FirstOrDefault();
        return new LogLine(
            logged,
            $"{text}{(status is null ? "" : $" status={status}")}{(address is null ? "" : $" ip={PlainText.Line(LogMask.Of(address), 60)}")}".Trim(),
            level == LogLevel.Unknown ? LevelIn(text) : level,
            status,
            SignalText.Lines(Values(json, TenantNames).Select(LogMask.Of), LongestTenant, MostTenants));
    }

    /// <summary>What kind of thing happened, then what is said of it. An error may be an object of its own.</summary>
    private static IEnumerable<string> Words(JsonElement json, string[] kinds, int depth)
    {
        foreach (var kind in Values(json, kinds))
        {
            yield return kind;
        }

        foreach (var member in Members(json, Messages))
        {
            if (member.Text() is { } text)
            {
                yield return text;
            }
            else if (member.ValueKind == JsonValueKind.Object && depth > 0)
            {
                foreach (var word in Words(member, KindsOfErrors, depth - 1))
                {
                    yield return word;
                }
            }
        }
    }

    private static IEnumerable<string> Values(JsonElement json, string[] names) => Members(json, names).Select(member => member.Text()).OfType<string>();

    /// <summary>In the order of the names, in any casing.</summary>
    private static IEnumerable<JsonElement> Members(JsonElement json, string[] names) => names.SelectMany(name =>
        json.EnumerateObject().Where(member => string.Equals(member.Name, name, StringComparison.OrdinalIgnoreCase)).Select(member => member.Value));

    /// <summary>The line that says what is wrong, without its secrets: the first; of a traceback of Python the last.</summary>
    private static string Line(string message)
    {
        var lines = LogMask.Of(message).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var line = lines is [var first, .., var last] && first.StartsWith("Traceback", StringComparison.Ordinal) ? last : lines.FirstOrDefault();
        return PlainText.Line(line, LongestText);
    }

    // Only where loggers write it: a word of a sentence is no level.
    private static LogLevel LevelIn(string text) => LogLevels.Of(LevelWord.Match(text) is { Success: true } match ? match.Groups["word"].Value : null);

    private static readonly Regex LevelWord = new(@"^(?:(?<word>trce|dbug|info|warn|fail|crit|error|debug)(?=:)|.{0,120}?(?:\blevel=""?(?<word>[A-Za-z]+)|\[(?<word>trace|debug|info|notice|warn|warning|error|crit|critical|alert|emerg|fatal)\]|\b(?<word>TRACE|DEBUG|INFO|INFORMATION|NOTICE|WARN|WARNING|ERROR|FATAL|CRITICAL|SEVERE|PANIC)\b))", RegexOptions.CultureInvariant);
}
