using System.Collections.Immutable;
using IncidentServerless.Domain.Incidents;
using IncidentServerless.Domain.Policy;

namespace IncidentServerless.Domain.Paging;

/// <summary>What paging is to do now.</summary>
public abstract record PagingDecision
{
    private PagingDecision()
    {
    }

    /// <summary>Nothing is left to do for this generation.</summary>
    public sealed record Finish : PagingDecision;

    /// <summary>Nobody is to be told before one of the topics is raised or the time has passed.</summary>
    public sealed record Hold(NextWait Wait) : PagingDecision;

    /// <summary>Tell one level.</summary>
    /// <param name="Level">Counts from 1, and on while the last level repeats.</param>
    /// <param name="Who">With whoever is on call now among its people.</param>
    /// <param name="Expired">The acknowledgement that ran out, when that is why; else null.</param>
    /// <param name="Channels">Those that are configured, and not told already.</param>
    public sealed record Page(int Round, int Level, EscalationLevel Who, Acknowledgement? Expired, ImmutableArray<Channel> Channels) : PagingDecision;

    /// <summary>Tell people what is new since they were told last; nobody has to acknowledge it.</summary>
    /// <param name="UpTo">The version up to which they then know everything.</param>
    /// <param name="Channels">Those that are configured and told of this severity.</param>
    /// <param name="People">Ids of those who were paged, and of those who may decide about an action, each with a link of their own.</param>
    public sealed record Inform(int UpTo, ImmutableArray<Channel> Channels, ImmutableArray<string> People) : PagingDecision;

    /// <summary>Tell PagerDuty what people did elsewhere.</summary>
    /// <param name="Triggers">How many triggers of ours it is to be told about.</param>
    public sealed record TellPagerDuty(PagerDutyStatus Status, int Triggers) : PagingDecision;
}
