using System.Collections.Immutable;

namespace IncidentServerless.Domain.Responses;

/// <summary>What a link allows: a channel proves too little to end an incident or to wake more people.</summary>
public static class ResponseRights
{
    private static readonly ImmutableArray<ResponseAction> Broadcast = [ResponseAction.Acknowledge, ResponseAction.Note];

    private static readonly ImmutableArray<ResponseAction> Personal =
    [
        ResponseAction.Approve, ResponseAction.Refuse, ResponseAction.Undo, ResponseAction.Acknowledge, ResponseAction.Escalate, ResponseAction.Resolve, ResponseAction.FalseAlarm, ResponseAction.Severity, ResponseAction.Note,
        ResponseAction.AddItem, ResponseAction.AssignItem, ResponseAction.FinishItem,
        ResponseAction.SendMail, ResponseAction.DropMail,
    ];

    /// <summary>In the order in which a page offers them.</summary>
    public static ImmutableArray<ResponseAction> Of(LinkScope scope) => scope == LinkScope.Personal ? Personal : Broadcast;

    public static bool Allows(LinkScope scope, ResponseAction action) => Of(scope).Contains(action);
}
