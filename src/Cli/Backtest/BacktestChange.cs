using System.Text.Json.Nodes;

namespace IncidentServerless.Cli.Backtest;

/// <summary>One event under two policies.</summary>
/// <param name="Was">Under the policy that it is compared with.</param>
/// <param name="Would">Under the policy that is judged.</param>
internal sealed record BacktestChange(BacktestLine Was, BacktestLine Would)
{
    /// <summary>Whether people would notice: it becomes something else, of another type or severity, or others are told.</summary>
    public bool IsOne => !Noticed(Was).Equals(Noticed(Would));

    /// <summary>One object on one line: the file, and both lines as backtest writes them without it.</summary>
    /// <param name="outcomes">Adds what became of its incident; null for nothing.</param>
    public string ToJson(Outcomes? outcomes = null)
    {
        var json = new JsonObject { ["file"] = Would.File, ["was"] = Without(Was), ["would"] = Without(Would) };
        outcomes?.AddTo(json, Was.IncidentId);
        return json.ToJsonString(BacktestLine.Readable);
    }

    private static object Noticed(BacktestLine line) => new { line.Outcome.Disposition, line.Signal?.Type, line.Signal?.Severity, line.Told };

    private static JsonNode Without(BacktestLine line)
    {
        var json = line.ToNode();
        json.Remove("file");
        return json;
    }
}
