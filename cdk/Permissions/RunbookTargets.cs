using Amazon.CDK;
using Constructs;
using IncidentServerless.Domain.Policy;
using IncidentServerless.Domain.Remediation;
using IncidentServerless.Domain.Runbooks;
using IncidentServerless.Workflows;

namespace IncidentServerless.Cdk.Permissions;

/// <summary>What one runbook may change, and what it may look into, as ARNs. Empty for all that policy does not list.</summary>
public sealed record RunbookTargets
{
    public static RunbookTargets None { get; } = new();

    /// <summary>Lambda functions that it may limit.</summary>
    public IReadOnlyList<string> Functions { get; init; } = [];

    /// <summary>Tables whose quotas it may lower.</summary>
    public IReadOnlyList<string> QuotaTables { get; init; } = [];

    /// <summary>Tables that it reads quotas from.</summary>
    public IReadOnlyList<string> GuardrailTables { get; init; } = [];

    /// <summary>Of the automation switch.</summary>
    public string AutomationParameterArn { get; init; } = "";

    /// <summary>The kinds of action whose states the runbook's machine gets: none where it observes only.</summary>
    public static IReadOnlyCollection<string> KindsOf(IncidentPolicy policy, string runbook) => policy.Runbook(runbook) is { Mode: not RunbookMode.Observe } rules
        ? [.. WorkflowDefinitions.ActionsOf(runbook).Where(rules.Actions.ContainsKey)]
        : [];

    public static RunbookTargets Of(Construct scope, IncidentPolicy policy, string runbook)
    {
        IEnumerable<string> Names(string kind) => policy.Runbook(runbook).Actions.GetValueOrDefault(kind, []);
        return new RunbookTargets
        {
            Functions = [.. Names(ActionKinds.ThrottleFunction).Select(name => Arn(scope, "lambda", "function", name, ArnFormat.COLON_RESOURCE_NAME))],
            QuotaTables = [.. Names(ActionKinds.TightenQuota).Select(name => Arn(scope, "dynamodb", "table", name, ArnFormat.SLASH_RESOURCE_NAME))],
            GuardrailTables = runbook == RunbookNames.CostSpike && policy.CostSpike.Guardrails is { } guardrails ? [Arn(scope, "dynamodb", "table", guardrails.Table, ArnFormat.SLASH_RESOURCE_NAME)] : [],
            AutomationParameterArn = Arn(scope, "ssm", "parameter", Constructs.AutomationSwitch.ParameterName.TrimStart('/'), ArnFormat.SLASH_RESOURCE_NAME),
        };
    }

    private static string Arn(Construct scope, string service, string kind, string name, ArnFormat format) =>
        Stack.Of(scope).FormatArn(new ArnComponents { Service = service, Resource = kind, ResourceName = name, ArnFormat = format });
}
