namespace IncidentServerless.Domain.Responses;

/// <summary>What a responder can do by a link.</summary>
public enum ResponseAction
{
    Acknowledge,
    Escalate,
    Resolve,
    Note,

    /// <summary>An action of a runbook is to be done.</summary>
    Approve,

    /// <summary>An action of a runbook is not to be done.</summary>
    Refuse,

    /// <summary>What an action changed is to be put back.</summary>
    Undo,
}

/// <summary>The actions' names in forms.</summary>
public static class ResponseActions
{
    private static readonly Dictionary<string, ResponseAction> ByWord = new(StringComparer.Ordinal)
    {
        ["acknowledge"] = ResponseAction.Acknowledge,
        ["escalate"] = ResponseAction.Escalate,
        ["resolve"] = ResponseAction.Resolve,
        ["note"] = ResponseAction.Note,
        ["approve"] = ResponseAction.Approve,
        ["refuse"] = ResponseAction.Refuse,
        ["undo"] = ResponseAction.Undo,
    };

    public static string Word(ResponseAction action) => ByWord.First(row => row.Value == action).Key;

    /// <summary>Whether it decides about an action of a runbook, which the form then names.</summary>
    public static bool IsDecision(ResponseAction action) => action is ResponseAction.Approve or ResponseAction.Refuse or ResponseAction.Undo;

    public static ResponseAction? Parse(string? word) => word is not null && ByWord.TryGetValue(word, out var action) ? action : null;
}
