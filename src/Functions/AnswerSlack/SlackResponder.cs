using System.Runtime.CompilerServices;
using IncidentServerless.Domain.Incidents;
using IncidentServerless.Domain.Policy;
using IncidentServerless.Domain.Responses;
using IncidentServerless.Domain.Responses.Slack;
using IncidentServerless.Domain.Responses.Webhooks;
using IncidentServerless.Domain.Signals;
using IncidentServerless.Functions.Commands;
using IncidentServerless.Functions.Configuration;
using IncidentServerless.Functions.Intake;
using IncidentServerless.Functions.Links;
using IncidentServerless.Functions.Webhooks;
using IncidentServerless.Storage;
using Microsoft.Extensions.Logging;

namespace IncidentServerless.Functions.AnswerSlack;

/// <summary>Does what somebody asks for in Slack, and answers them alone.</summary>
public sealed class SlackResponder(
    GenuineRequests requests,
    IncidentFinder finder,
    IncidentStore incidents,
    SignalStore signals,
    EventIntake intake,
    DeedHandler deeds,
    LinkSigner signer,
    SlackAnswerSender sender,
    IncidentPolicy policy,
    ILogger<SlackResponder> logger)
{
    /// <summary>Slack gives up after 3 s, in which the answer to a press must reach it too. A function that is compiled while it runs is on somebody's laptop, and takes its time.</summary>
    private static readonly TimeSpan Patience = RuntimeFeature.IsDynamicCodeCompiled ? TimeSpan.FromSeconds(30) : TimeSpan.FromSeconds(2);

    /// <param name="header">A header's value by its name in lower case; null when it is not there.</param>
    /// <returns>An HTTP status and the body. 200 also for what asks for nothing: Slack shows anything else as a failure.</returns>
    public async Task<(int Status, string Body)> TakeAsync(Func<string, string?> header, string? body, string account, string region, DateTimeOffset now)
    {
        using var patience = new CancellationTokenSource(Patience);
        try
        {
            if (!await requests.IsGenuineAsync(RequestSignature.OfSlack(header, policy.Channels.Slack?.SigningSecret), body, "slack", now, patience.Token).ConfigureAwait(false))
            {
                return (401, "");
            }
        }
        catch (Exception unavailable) when (AwsClients.IsUnavailable(unavailable))
        {
            logger.LogError(unavailable, "A request of Slack could not be checked: {Fault}", unavailable.Message);
            return (503, "");
        }

        switch (SlackRequest.Read(body!))
        {
            case SlackCommandTyped typed:
                return (200, (await AnswerAsync(() => DoAsync(typed, account, region, now, patience.Token)).ConfigureAwait(false)).Json());
            case SlackButtonPressed pressed:
                var answer = await AnswerAsync(() => DoAsync(pressed, now, patience.Token)).ConfigureAwait(false);
                await sender.SendAsync(pressed.AnswerTo, answer).ConfigureAwait(false);
                return (200, "");
            default:
                return (200, "");
        }
    }

    private async Task<SlackAnswer> AnswerAsync(Func<Task<SlackAnswer>> work)
    {
        try
        {
            return await work().ConfigureAwait(false);
        }
        catch (IncidentNotFoundException missing)
        {
            return SlackAnswer.Sentence($"{missing.Message} Nothing was changed. /incident list tells those that are active.");
        }
        catch (Exception unavailable) when (AwsClients.IsUnavailable(unavailable) || unavailable is IncidentContendedException)
        {
            logger.LogError(unavailable, "A request of Slack could not be served: {Fault}", unavailable.Message);
            return SlackAnswer.Unavailable;
        }
    }

    private async Task<SlackAnswer> DoAsync(SlackCommandTyped typed, string account, string region, DateTimeOffset now, CancellationToken cancellation)
    {
        switch (SlackCommand.Read(typed.Text))
        {
            case SlackCommand.Help help:
                return SlackAnswer.Help(help.Fault);
            case SlackCommand.List:
                var (active, unread) = await finder.ActiveAsync(cancellation).ConfigureAwait(false);
                return SlackAnswer.List(active, unread, now);
            case SlackCommand.Declare declared:
                return await DeclareAsync(declared, typed, account, region, now, cancellation).ConfigureAwait(false);
            case SlackCommand.Show show:
                return await finder.OneAsync(show.IncidentId, cancellation).ConfigureAwait(false) is { } shown
                    ? SlackAnswer.Show(await ViewAsync(shown, now, cancellation).ConfigureAwait(false), await LinkAsync(shown, Who(typed), now, cancellation).ConfigureAwait(false))
                    : await NotOneAsync(now, cancellation).ConfigureAwait(false);
            case SlackCommand.Act act:
                return await finder.OneAsync(act.IncidentId, cancellation).ConfigureAwait(false) is { } meant
                    // Whoever types has seen what is known now, but not, perhaps, that somebody else has it.
                    ? await ActAsync(typed, meant, new ResponseDeed(act.Action, null, act.Text, act is { Action: ResponseAction.Acknowledge, TakesOver: false } ? SeenBefore(meant) : meant.Version, typed.Once, act.About) { To = act.To, Owner = act.Owner, Due = act.Due }, now, cancellation).ConfigureAwait(false)
                    : await NotOneAsync(now, cancellation).ConfigureAwait(false);
            default:
                throw new InvalidOperationException("This command has no rule.");
        }
    }

    private async Task<SlackAnswer> DoAsync(SlackButtonPressed pressed, DateTimeOffset now, CancellationToken cancellation)
    {
        var incident = (await incidents.FindAsync(pressed.Button.IncidentId, cancellation).ConfigureAwait(false))?.Incident ?? throw new IncidentNotFoundException(pressed.Button.IncidentId);
        return await ActAsync(pressed, incident, new ResponseDeed(pressed.Button.Action, null, null, pressed.Button.Seen, pressed.Once, pressed.Button.About), now, cancellation).ConfigureAwait(false);
    }

    private async Task<SlackAnswer> ActAsync(SlackRequest request, Incident incident, ResponseDeed deed, DateTimeOffset now, CancellationToken cancellation)
    {
        var decision = ResponseDecision.Decide(Who(request), $"slack\n{request.MemberId}\n{request.Once}", deed, incident, policy.Remediation.Approvers, now);
        var outcome = await deeds.HandleAsync(decision, incident, "Slack", now, cancellation).ConfigureAwait(false);
        return outcome is { Refusal: null, Command: { } command }
            ? SlackAnswer.Done(await ViewAsync(outcome.Incident, now, cancellation).ConfigureAwait(false), command)
            : SlackAnswer.Sentence($"{incident.Id}: {outcome.Refusal?.Sentence}");
    }

    private async Task<SlackAnswer> DeclareAsync(SlackCommand.Declare declared, SlackCommandTyped typed, string account, string region, DateTimeOffset now, CancellationToken cancellation)
    {
        var signal = DeclaredSignal.Of(declared, Who(typed), typed.Once, account, region, policy, now);
        await intake.TakeInAsync([new IncomingEvent(typed.Once, new Classification.Signalled(signal))], now, cancellation).ConfigureAwait(false);
        // What failed after the incident was stored (workflows that do not start, patience that ended) does not undo it: people are paged, and nobody is to declare it again.
        return SlackAnswer.Declared(await signals.FindDispositionAsync(signal.Source, signal.EventId, CancellationToken.None).ConfigureAwait(false), signal.Severity, policy.Escalation[signal.Severity]);
    }

    private async Task<SlackAnswer> NotOneAsync(DateTimeOffset now, CancellationToken cancellation)
    {
        var (active, unread) = await finder.ActiveAsync(cancellation).ConfigureAwait(false);
        return active.Count == 0 ? SlackAnswer.List(active, unread, now) : SlackAnswer.WhichOne(active, now);
    }

    /// <summary>A page of their own, for those whom the policy knows; without it when it cannot be signed.</summary>
    private async Task<string?> LinkAsync(Incident incident, SlackMember who, DateTimeOffset now, CancellationToken cancellation) => who.PersonId is { } id
        ? await signer.SignAsync(new LinkClaims(incident.Id, LinkScope.Personal, id, who.Called, (now + policy.LinksExpireAfter).ToUnixTimeSeconds()), cancellation).ConfigureAwait(false)
        : null;

    private SlackMember Who(SlackRequest request)
    {
        var (id, person) = policy.People.FirstOrDefault(each => each.Value.Slack == request.MemberId);
        return new SlackMember(request.MemberId, request.Handle, id, person?.Name);
    }

    private static int SeenBefore(Incident incident) => Math.Max(1, incident.Raised.Acknowledged - 1);

    private async Task<IncidentView> ViewAsync(Incident incident, DateTimeOffset now, CancellationToken cancellation) => new()
    {
        Incident = incident,
        Timeline = await incidents.TimelineAsync(incident.Id, cancellation).ConfigureAwait(false),
        Severity = policy.Severities[incident.Severity],
        Escalation = policy.Escalation[incident.Severity],
        Now = now,
        People = policy.People,
        LookAgain = $"/incident show {incident.Id}",
    };
}
