using System.Collections.Immutable;
using IncidentServerless.Domain.Incidents;
using IncidentServerless.Domain.Messages;
using IncidentServerless.Domain.Policy;
using IncidentServerless.Domain.Responses;

namespace IncidentServerless.Functions.Links;

/// <summary>One link for each channel and person of a page, because a link proves where it was sent.</summary>
public sealed class PageLinkMaker(LinkSigner signer, IncidentPolicy policy)
{
    /// <param name="topic">How the timeline calls the SNS topic that the link is sent to.</param>
    public async Task<PageLinks> MakeAsync(Incident incident, ImmutableArray<Channel> channels, IEnumerable<string> people, DateTimeOffset now, CancellationToken cancellation, string topic = "the page topic")
    {
        var expires = now + policy.LinksExpireAfter;
        Task<string?> Broadcast(Channel channel, string subject, string displayName) => channels.Contains(channel)
            ? signer.SignAsync(new LinkClaims(incident.Id, LinkScope.Broadcast, subject, displayName, expires.ToUnixTimeSeconds()), cancellation)
            : Task.FromResult<string?>(null);

        var personal = ImmutableDictionary.CreateBuilder<string, string>();
        foreach (var id in people)
        {
            var claims = new LinkClaims(incident.Id, LinkScope.Personal, id, policy.People[id].Name, expires.ToUnixTimeSeconds());
            if (await signer.SignAsync(claims, cancellation).ConfigureAwait(false) is { } link)
            {
                personal[id] = link;
            }
        }

        return new PageLinks
        {
            Topic = await Broadcast(Channel.Sns, "sns", topic).ConfigureAwait(false),
            Slack = await Broadcast(Channel.Slack, "slack", policy.Channels.Slack?.Channel ?? "Slack").ConfigureAwait(false),
            PagerDuty = await Broadcast(Channel.PagerDuty, "pagerduty", "PagerDuty").ConfigureAwait(false),
            People = personal.ToImmutable(),
            ExpireAt = expires,
        };
    }
}
