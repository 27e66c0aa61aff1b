using Amazon.CDK;
using Constructs;
using IncidentServerless.Domain.Policy;
using IncidentServerless.Domain.Remediation;
using IncidentServerless.Domain.Runbooks;
using IncidentServerless.Workflows;

namespace IncidentServerless.Cdk.Permissions;

/// <summary>What one runbook may change, and the tables that it may look into, as ARNs. Empty for all that policy does not list.</summary>
/// <param name="Functions">Lambda functions that it may limit.</param>
/// <param name="QuotaTables">Tables whose quotas it may lower.</param>
/// <param name="GuardrailTables">Tables that it reads quotas from.</param>
/// <param name="AutomationParameterArn">Of the automation switch.</param>
public sealed record RunbookTargets(IReadOnlyList<string> Functions, IReadOnlyList<string> QuotaTables, IReadOnlyList<string> GuardrailTables, string AutomationParameterArn)
{
    public static RunbookTargets None { get; } = new([], [], [], "");

    /// <summary>The kinds of action whose states the runbook's machine gets: none where it observes only.</summary>
    public static IReadOnlyCollection<string> KindsOf(IncidentPolicy policy, string runbook) => policy.Runbook(runbook) is { Mode: not RunbookMode.Observe } rules
        ? [.. WorkflowDefinitions.ActionsOf(runbook).Where(rules.Actions.ContainsKey)]
        : [];

    public static RunbookTargets Of(Construct scope, IncidentPolicy policy, string runbook)
    {
        IEnumerable<string> Names(string kind) => policy.Runbook(runbook).Actions.GetValueOrDefault(kind, []);
        return new RunbookTargets(
            [.. Names(ActionKinds.ThrottleFunction).Select(name => Arn(scope, "lambda", "function", name, ArnFormat.COLON_RESOURCE_NAME))],
            [.. Names(ActionKinds.TightenQuota).Select(name => Arn(scope, "dynamodb", "table", name, ArnFormat.SLASH_RESOURCE_NAME))],
            runbook == RunbookNames.CostSpike && policy.CostSpike.Guardrails is { } guardrails ? [Arn(scope, "dynamodb", "table", guardrails.Table, ArnFormat.SLASH_RESOURCE_NAME)] : [],
            Arn(scope, "ssm", "parameter", Constructs.AutomationSwitch.ParameterName.TrimStart('/'), ArnFormat.SLASH_RESOURCE_NAME));
    }

    private static string Arn(Construct scope, string service, string kind, string name, ArnFormat format) =>
        Stack.Of(scope).FormatArn(new ArnComponents { Service = service, Resource = kind, ResourceName = name, ArnFormat = format });
}
