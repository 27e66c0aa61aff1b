using IncidentServerless.Domain.Incidents;
using IncidentServerless.Domain.Messages.Text;

namespace IncidentServerless.Domain.Responses;

/// <summary>Who wants something done, and what proves it.</summary>
public abstract record Responder
{
    /// <summary>The person's id in the policy; for anybody else whatever tells them apart.</summary>
    public abstract string Subject { get; }

    /// <summary>What refusals call them.</summary>
    public abstract string Called { get; }

    /// <summary>Personal when it is proven that they are somebody of the policy's people.</summary>
    public abstract LinkScope Scope { get; }

    /// <summary>Only what they write themselves tells their name.</summary>
    public virtual bool MustGiveName => false;

    /// <summary>How they do it now that they have seen how it stands: <c>on this page as it is now</c>.</summary>
    public abstract string Anew(ResponseAction action);

    /// <summary>What names a deed of theirs is the whole of its identity; else all that it says is.</summary>
    public virtual bool NamesDeeds => false;

    public abstract Actor By(ResponseDeed deed);

    /// <summary>Why they may not, and what to do instead.</summary>
    public abstract string NotAllowed(ResponseAction action);
}

/// <summary>Somebody with a signed link.</summary>
/// <param name="Claims">Of a token whose MAC was verified.</param>
public sealed record LinkHolder(LinkClaims Claims) : Responder
{
    public override string Subject => Claims.Subject;

    public override string Called => Claims.DisplayName;

    public override LinkScope Scope => Claims.Scope;

    public override bool MustGiveName => Claims.Scope == LinkScope.Broadcast;

    public override string Anew(ResponseAction action) => "on this page as it is now";

    public override Actor By(ResponseDeed deed) => Claims.Scope == LinkScope.Personal
        ? new Actor(Claims.DisplayName, "personal link", Proven: true)
        : new Actor(deed.Name ?? "", $"link in {Claims.DisplayName}", Proven: false);

    public override string NotAllowed(ResponseAction action) =>
        $"A link that was sent to a channel cannot {ResponseActions.Word(action)}, because it does not prove who you are. Use the link of a message that was sent to you alone; people who are named in the policy get one.";
}

/// <summary>Somebody who is signed in to Slack, by a request that Slack has signed. Who is in the policy may do what a personal link may; anybody else what a channel's may, under their own name.</summary>
/// <param name="Id">The member's id, <c>U024BE7LH</c>.</param>
/// <param name="Handle">The name that they have in Slack.</param>
/// <param name="PersonId">Whose <c>slack</c> in the policy that id is; null when nobody's.</param>
/// <param name="PersonName">As the policy has it; null when <paramref name="PersonId"/> is.</param>
public sealed record SlackMember(string Id, string Handle, string? PersonId, string? PersonName) : Responder
{
    public override string Subject => PersonId ?? Id;

    public override string Called => PersonName ?? (PlainText.Line(Handle, Limits.Name) is { Length: > 0 } handle ? handle : Id);

    public override LinkScope Scope => PersonId is null ? LinkScope.Broadcast : LinkScope.Personal;

    public override string Anew(ResponseAction action) => $"by /incident {(action == ResponseAction.Acknowledge ? "take" : ResponseActions.Word(action))}";

    // Names in Slack are not unique, members' ids are.
    public override Actor By(ResponseDeed deed) => new(Called, PersonId is null ? $"Slack ({Id})" : "Slack", Proven: true);

    public override string NotAllowed(ResponseAction action) =>
        $"You cannot {ResponseActions.Word(action)} from Slack yet, because the policy does not know you. Whoever keeps it adds \"slack\": \"{Id}\" to your entry under people; until then use a personal link. Nothing was changed.";
}
