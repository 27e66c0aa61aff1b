using System.Text.Json.Nodes;
using IncidentServerless.LocalCloud.StepFunctions.Errors;

namespace IncidentServerless.LocalCloud.StepFunctions.Executions;

/// <summary>What happened in an execution, in order. Thread-safe. Nothing is added after it was closed.</summary>
internal sealed class History
{
    /// <summary>The service's quota of events; the last one is always the end of the execution.</summary>
    public const int MostEvents = 25_000;

    private readonly Lock gate = new();
    private readonly List<HistoryEvent> events = [];
    private bool closed;

    public IReadOnlyList<HistoryEvent> Events
    {
        get
        {
            lock (gate)
            {
                return [.. events];
            }
        }
    }

    public long LastEventId
    {
        get
        {
            lock (gate)
            {
                return events.Count;
            }
        }
    }

    /// <returns>The event's id.</returns>
    /// <exception cref="ExecutionClosedException">The execution has ended.</exception>
    /// <exception cref="RuntimeError">The history is full: what remains is the end.</exception>
    public long Append(string type, long previousEventId, DateTimeOffset at, JsonObject? details = null)
    {
        lock (gate)
        {
            if (closed)
            {
                throw new ExecutionClosedException();
            }

            if (events.Count == MostEvents - 1)
            {
                throw new RuntimeError($"The execution reached the maximum number of history events ({MostEvents}).") { EventId = events.Count };
            }

            return Add(type, previousEventId, at, details);
        }
    }

    /// <summary>Adds the last event.</summary>
    /// <returns>False if the history was closed before.</returns>
    public bool TryClose(string type, long previousEventId, DateTimeOffset at, JsonObject? details)
    {
        lock (gate)
        {
            if (closed)
            {
                return false;
            }

            Add(type, previousEventId, at, details);
            return closed = true;
        }
    }

    private long Add(string type, long previousEventId, DateTimeOffset at, JsonObject? details)
    {
        events.Add(new HistoryEvent(events.Count + 1, previousEventId, at, type, details));
        return events.Count;
    }
}
