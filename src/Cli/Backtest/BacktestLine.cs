using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using IncidentServerless.Domain.Intake;
using IncidentServerless.Domain.Messages.Text;
using IncidentServerless.Domain.Policy;
using IncidentServerless.Domain.Signals;
using IncidentServerless.Domain.Signals.Sources;

namespace IncidentServerless.Cli.Backtest;

/// <summary>What would become of one event in an account that knows of nothing.</summary>
/// <param name="Title">What the event is about; null when nothing of it could be read.</param>
/// <param name="Signal">Null when the event is no signal.</param>
/// <param name="Told">Who would be told first, such as <c>page: On-call lead</c>; null when nobody would.</param>
internal sealed record BacktestLine(string File, EventDisposition Outcome, string? Title, Signal? Signal, string? Told)
{
    /// <summary>The incident that the event opens, where it opens one; null for what is no signal.</summary>
    public string? IncidentId => Signal is { } signal ? Domain.Incidents.IncidentId.For(signal.Source, signal.EventId, signal.OccurredAt) : null;

    /// <summary>Somebody is woken.</summary>
    public bool Pages => Told?.StartsWith("page:", StringComparison.Ordinal) == true;

    /// <summary>An incident is opened.</summary>
    public bool Opens => Told is not null;

    public static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static BacktestLine Of(EventFile file, IncidentPolicy policy)
    {
        if (file.Body is not { } body)
        {
            return new(file.Name, new EventDisposition(Disposition.Unparsed, $"The file cannot be read: {file.Fault}"), null, null, null);
        }

        // No event is older than another here, so any moment will do for one that names none.
        var classification = AnySource.Classify(body, file.Name, policy, DateTimeOffset.UnixEpoch);
        var title = classification.Title.Length > 0 ? classification.Title : null;
        return classification is Classification.Signalled { Signal: var signal }
            ? Judged(file.Name, SignalIntake.Take(IntakeState.Unknown, [signal], policy, signal.OccurredAt).Dispositions[0], title, signal, policy)
            : new(file.Name, classification.Outcome, title, null, null);
    }

    private static BacktestLine Judged(string file, EventDisposition outcome, string? title, Signal signal, IncidentPolicy policy)
    {
        var escalation = policy.Escalation[signal.Severity];
        var told = outcome.Disposition == Disposition.Opened ? $"{escalation.Kind.ToString().ToLowerInvariant()}: {escalation.Levels[0].Notify}" : null;
        return new(file, outcome, title, signal, told);
    }

    /// <summary>One object on one line, with every member, in this order.</summary>
    /// <param name="outcomes">Adds what became of its incident; null for nothing.</param>
    public string ToJson(Outcomes? outcomes = null)
    {
        var json = ToNode();
        outcomes?.AddTo(json, IncidentId);
        return json.ToJsonString(Readable);
    }

    public JsonObject ToNode() => new()
    {
        ["file"] = File,
        ["disposition"] = Outcome.Disposition.ToString(),
        ["reason"] = Outcome.Reason,
        ["type"] = Signal?.Type.ToString(),
        ["severity"] = Signal is null ? null : Words.Of(Signal.Severity),
        ["dedupKey"] = Signal?.DedupKey.ToString(),
        ["route"] = Signal?.Route,
        ["title"] = Title,
    };
}
