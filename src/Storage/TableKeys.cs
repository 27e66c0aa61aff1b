using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace IncidentServerless.Storage;

/// <summary>The keys of the one table.</summary>
public static class TableKeys
{
    public const string Partition = "PK";
    public const string Sort = "SK";

    /// <summary>Epoch seconds after which DynamoDB may delete an item.</summary>
    public const string TimeToLive = "ttl";

    /// <summary>The sparse index of incidents that are not closed: partition <see cref="Open"/>, sort <see cref="OpenedAt"/>.</summary>
    public const string OpenByTime = "open-by-time";
    public const string Open = "open";
    public const string OpenedAt = "openedAt";

    public const string Meta = "META";
    public const string EventPrefix = "EVENT#";
    public const string WaitPrefix = "WAIT#";
    public const string LedgerSort = "LEDGER";
    public const string PointerSort = "OPEN";

    private const string IncidentPrefix = "INC#";

    public static string Incident(string incidentId) => IncidentPrefix + incidentId;

    /// <summary>The incident's id in a partition key that <see cref="Incident"/> printed.</summary>
    /// <exception cref="FormatException">The key is of something else.</exception>
    public static string IncidentIdOf(string partition) => partition.StartsWith(IncidentPrefix, StringComparison.Ordinal)
        ? partition[IncidentPrefix.Length..]
        : throw new FormatException($"'{partition}' is no partition of an incident; those begin with {IncidentPrefix}.");

    /// <param name="version">From 1; six digits, so that the timeline sorts.</param>
    public static string Event(int version) => EventPrefix + version.ToString("D6", CultureInfo.InvariantCulture);

    /// <summary>One wait for each state of an execution, so that each round overwrites the last.</summary>
    public static string Wait(string execution, string state) => WaitPrefix + Hash($"{execution}\n{state}");

    public static string Command(string commandId) => "COMMAND#" + Hash(commandId);

    public static string DirectPage(int generation) => string.Create(CultureInfo.InvariantCulture, $"DIRECT-PAGE#{generation}");

    public static string Pointer(string dedupKey) => "DEDUP#" + dedupKey;

    /// <summary>What is known of a group of alerts; the sort key is <see cref="PointerSort"/>.</summary>
    public static string Group(string name) => "GROUP#" + name;

    /// <summary>How many incidents were opened lately; the sort key is <see cref="PointerSort"/>.</summary>
    public const string Storm = "STORM";

    public static string Signal(string source, string eventId) => $"SIGNAL#{source}#{eventId}";

    /// <summary>What a runbook did to a target; the sort key is the hour, <c>yyyyMMddHH</c>.</summary>
    public static string Budget(string runbook, string target) => $"BUDGET#{runbook}#{target}";

    /// <summary>How many actions of a runbook failed in a row.</summary>
    public static string Breaker(string runbook) => $"BREAKER#{runbook}";

    public const string BreakerSort = "STATE";

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 16));
}
