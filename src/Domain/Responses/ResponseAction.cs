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

    /// <summary>Nothing was wrong: it is over, and counts as a false positive.</summary>
    FalseAlarm,

    /// <summary>The severity is another one.</summary>
    Severity,

    /// <summary>Something is to be done so that it does not come back.</summary>
    AddItem,

    /// <summary>A follow-up item gets an owner or a due date.</summary>
    AssignItem,

    /// <summary>A follow-up item is done.</summary>
    FinishItem,

    /// <summary>A mail goes to customers.</summary>
    SendMail,

    /// <summary>A mail does not go to customers.</summary>
    DropMail,
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
        ["false-alarm"] = ResponseAction.FalseAlarm,
        ["severity"] = ResponseAction.Severity,
        ["add-item"] = ResponseAction.AddItem,
        ["assign-item"] = ResponseAction.AssignItem,
        ["finish-item"] = ResponseAction.FinishItem,
        ["send-mail"] = ResponseAction.SendMail,
        ["drop-mail"] = ResponseAction.DropMail,
    };

    /// <summary>Whether it is about one mail to customers, which the form then names.</summary>
    public static bool IsAboutMail(ResponseAction action) => action is ResponseAction.SendMail or ResponseAction.DropMail;

    public static IEnumerable<string> Words => ByWord.Keys;

    public static string Word(ResponseAction action) => ByWord.First(row => row.Value == action).Key;

    /// <summary>Whether it decides about an action of a runbook, which the form then names.</summary>
    public static bool IsDecision(ResponseAction action) => action is ResponseAction.Approve or ResponseAction.Refuse or ResponseAction.Undo;

    /// <summary>Whether it is about one follow-up item, which the form then names.</summary>
    public static bool IsAboutItem(ResponseAction action) => action is ResponseAction.AssignItem or ResponseAction.FinishItem;

    public static ResponseAction? Parse(string? word) => word is not null && ByWord.TryGetValue(word, out var action) ? action : null;
}
