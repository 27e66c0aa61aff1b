using Amazon.SimpleNotificationService;
using Amazon.SimpleNotificationService.Model;
using IncidentServerless.Domain.Incidents;
using IncidentServerless.Domain.Messages;
using IncidentServerless.Domain.Paging;
using IncidentServerless.Domain.Policy;
using IncidentServerless.Functions.Commands;
using IncidentServerless.Functions.ComposeMessage;
using IncidentServerless.Storage;

namespace IncidentServerless.Functions.Intake;

/// <summary>Pages straight over SNS when workflows do not start: claimed, sent, marked. A crash between sending and marking is the one case that pages twice.</summary>
public sealed class DirectPager(IncidentStore incidents, DirectPages claims, CommandHandler commands, PagingComposer composer, IncidentPolicy policy, IAmazonSimpleNotificationService sns)
{
    private const string Reason = "Step Functions did not start the incident's workflows.";

    public async Task PageOnceAsync(string incidentId, int generation, string eventId, DateTimeOffset now, CancellationToken cancellation)
    {
        var stored = await incidents.FindAsync(incidentId, cancellation).ConfigureAwait(false) ?? throw new IncidentNotFoundException(incidentId);
        if (stored.Incident is not { IsActive: true, PagedAt: null } incident
            || incident.Generation != generation
            || !await claims.ClaimAsync(incidentId, generation, eventId, now, cancellation).ConfigureAwait(false))
        {
            return;
        }

        if (PagingRules.Next(incident, generation, policy, now) is not PagingDecision.Page page)
        {
            return;
        }

        var step = await composer.ComposeAsync(incident, page with { Channels = [Channel.Sns], Who = page.Who with { People = [] } }, now, null, Reason, cancellation).ConfigureAwait(false);
        foreach (var message in step.Sns)
        {
            await sns.PublishAsync(
                new PublishRequest
                {
                    TopicArn = message.TopicArn,
                    Subject = message.Subject,
                    Message = SubscriberMessage.PerProtocol(SubscriberMessage.With(message, incident)),
                    MessageStructure = "json",
                    MessageAttributes = message.Attributes.ToDictionary(
                        attribute => attribute.Key,
                        attribute => new MessageAttributeValue { DataType = attribute.Value.DataType, StringValue = attribute.Value.StringValue }),
                },
                cancellation).ConfigureAwait(false);
        }

        await commands.HandleAsync(
            new MarkPagedDirectly { IncidentId = incidentId, At = now, CommandId = $"direct-page/{incidentId}/{generation}", Generation = generation, Reason = Reason },
            cancellation).ConfigureAwait(false);
    }
}
