using System.Collections.Immutable;
using IncidentServerless.Domain.Messages.Text;
using IncidentServerless.Domain.Policy;
using IncidentServerless.Domain.Remediation;
using IncidentServerless.Domain.Remediation.Actions;
using IncidentServerless.Domain.Runbooks;

namespace IncidentServerless.Domain.Evidence.PartnerCentral;

/// <summary>What can be done about what was seen, as far as everything for it is known.</summary>
internal sealed class PartnerCentralPlan(ConnectorView seen, PartnerCentralPolicy policy, RunbookContext context)
{
    public ImmutableArray<ProposedAction> LowerRate
    {
        get
        {
            if (policy is not { RateParameter: { } parameter, ThrottleMetric: { } metric } || seen.Rate is not { } rate || Math.Max(Math.Floor(rate / 2), policy.LowestRate) is var lower && lower >= rate)
            {
                return [];
            }

            var action = new LowerRequestRate
            {
                TargetArn = $"arn:{context.Partition}:ssm:{context.Region}:{context.Account}:parameter/{parameter.TrimStart('/')}",
                TargetName = parameter,
                Limit = lower,
                ThrottledAnHour = seen.Throttled,
                Namespace = metric.Namespace,
                Metric = metric.Metric,
            };
            return [new ProposedAction(action, ActionRisk.Low, $"Partner Central throttles at {Numbers.Count(rate)} a second")];
        }
    }

    /// <summary>Why the rate cannot be lowered from here.</summary>
    public ImmutableArray<string> ForPeople => LowerRate.IsEmpty
        ? ["For people: lower the connector's request rate; policy names no parameter and metric for it, or it is as low as policy allows."]
        : [];

    public ImmutableArray<ProposedAction> Redrive(string because)
    {
        if (context.PartnerCentral?.IngestionArn is not { } machine)
        {
            return [];
        }

        var prefix = $"{machine.Replace(":stateMachine:", ":execution:", StringComparison.Ordinal)}:";
        ImmutableArray<string> runs = [.. seen.Runs.Where(run => run.Redrive == "REDRIVABLE" && run.Arn!.StartsWith(prefix, StringComparison.Ordinal)).Select(run => run.Arn!).Order(StringComparer.Ordinal)];
        return runs.IsEmpty
            ? []
            :
            [
                new ProposedAction(
                    new RedriveIngestion { TargetArn = machine, TargetName = machine[(machine.LastIndexOf(':') + 1)..], Executions = runs },
                    ActionRisk.Low,
                    $"{(runs.Length == 1 ? "it" : "they")} failed, and {because}") { FollowsTheOneBefore = true },
            ];
    }
}
