using IncidentServerless.Domain.Incidents;
using IncidentServerless.Domain.Messages.Text;
using IncidentServerless.Domain.Policy;
using IncidentServerless.Domain.Severity;
using IncidentServerless.Domain.Signals;

namespace IncidentServerless.Domain.Runbooks;

/// <summary>The signal of somebody who starts a runbook by hand and names no incident: it declares one, which has the running execution as its runbook.</summary>
public static class ManualSignal
{
    /// <summary>What such signals name as their source.</summary>
    public const string Source = "by-hand";

    private const string Route = "by hand";

    /// <param name="executionName">Names the signal, with the runbook: repeating the state declares nothing new.</param>
    public static Signal Of(RunbookInput input, RunbookRequest request, string account, string region, string executionName, IncidentPolicy policy)
    {
        var who = input.By ?? "somebody";
        var type = RunbookNames.TypeOf(request.Runbook);
        return new Signal
        {
            Source = Source,
            EventId = PlainText.Line($"{request.Runbook}/{executionName}", 200),
            Status = SignalStatus.Firing,
            Type = type,
            // A dry run must wake nobody, whatever severity it is to plan for.
            Severity = input.DryRun ? SeverityLevel.Sev4 : input.Severity ?? policy.Fallback.Severity,
            DedupKey = new DedupKey(Source, account, region, request.Runbook, executionName).ToString(),
            Title = input.Title ?? $"{(input.DryRun ? "Dry run of the runbook" : "Runbook")} {request.Runbook}, started by hand",
            Reason = $"{who} started the runbook {request.Runbook} by hand{(input.DryRun ? ", as a dry run" : "")}.",
            OccurredAt = request.At,
            Account = account,
            Region = region,
            Resources = input.Budget is { } budget ? [$"{RunbookContexts.BudgetPrefix}{budget}", .. input.Resources] : input.Resources,
            Tenants = input.Tenants,
            Route = Route,
            Runbook = new RunbookStarted(request.Runbook, request.Execution, who, input.DryRun) { At = request.At },
        };
    }
}
