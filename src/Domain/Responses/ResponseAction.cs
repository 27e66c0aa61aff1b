namespace IncidentServerless.Domain.Responses;

/// <summary>What a responder can do by a link.</summary>
public enum ResponseAction
{
    Acknowledge,
    Escalate,
    Resolve,
    Note,
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
    };

    public static string Word(ResponseAction action) => ByWord.First(row => row.Value == action).Key;

    public static ResponseAction? Parse(string? word) => word is not null && ByWord.TryGetValue(word, out var action) ? action : null;
}
