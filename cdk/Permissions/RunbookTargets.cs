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

    /// <summary>Log groups that it reads.</summary>
    public IReadOnlyList<string> LogGroups { get; init; } = [];

    /// <summary>Roles whose permissions it simulates.</summary>
    public IReadOnlyList<string> Roles { get; init; } = [];

    /// <summary>State machines whose runs it lists.</summary>
    public IReadOnlyList<string> Machines { get; init; } = [];

    /// <summary>State machines whose failed runs it may let go on.</summary>
    public IReadOnlyList<string> RedriveMachines { get; init; } = [];

    /// <summary>Parameters that it reads.</summary>
    public IReadOnlyList<string> Parameters { get; init; } = [];

    /// <summary>Parameters that it may set.</summary>
    public IReadOnlyList<string> RateParameters { get; init; } = [];

    /// <summary>The tickets of the account; empty where it may open none.</summary>
    public IReadOnlyList<string> Tickets { get; init; } = [];

    /// <summary>The user pools that it looks at.</summary>
    public IReadOnlyList<string> UserPools { get; init; } = [];

    /// <summary>The user pools whose users it may sign out.</summary>
    public IReadOnlyList<string> SignOutPools { get; init; } = [];

    /// <summary>The APIs whose authorizers it reads.</summary>
    public IReadOnlyList<string> Apis { get; init; } = [];

    /// <summary>The IP sets in which it may block addresses.</summary>
    public IReadOnlyList<string> IpSets { get; init; } = [];

    /// <summary>Users whose keys it may deactivate.</summary>
    public IReadOnlyList<string> KeyUsers { get; init; } = [];

    /// <summary>Users and roles whose sessions it may deny.</summary>
    public IReadOnlyList<string> SessionUsers { get; init; } = [];
    public IReadOnlyList<string> SessionRoles { get; init; } = [];

    /// <summary>Instances that it may isolate, and what is touched with them.</summary>
    public IReadOnlyList<string> Instances { get; init; } = [];
    public IReadOnlyList<string> Volumes { get; init; } = [];
    public IReadOnlyList<string> Snapshots { get; init; } = [];
    public IReadOnlyList<string> ScalingGroups { get; init; } = [];
    public IReadOnlyList<string> IsolationGroups { get; init; } = [];

    /// <summary>The tag without which no instance and no Auto Scaling group is touched.</summary>
    public IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> IsolationTag { get; init; } = new Dictionary<string, IReadOnlyDictionary<string, string>>();

    /// <summary>Buckets whose public access it may block.</summary>
    public IReadOnlyList<string> BlockableBuckets { get; init; } = [];

    /// <summary>Databases that it asks through the RDS Data API, and in which it marks rows where it may send usage again.</summary>
    public IReadOnlyList<string> Databases { get; init; } = [];

    /// <summary>Warehouses that it asks through the Redshift Data API.</summary>
    public IReadOnlyList<string> Warehouses { get; init; } = [];

    /// <summary>Secrets with the users of both.</summary>
    public IReadOnlyList<string> DatabaseSecrets { get; init; } = [];

    /// <summary>The Glue catalog: itself, the database, its tables.</summary>
    public IReadOnlyList<string> Catalog { get; init; } = [];

    /// <summary>Objects that it may quarantine, and their copies.</summary>
    public IReadOnlyList<string> QuarantineObjects { get; init; } = [];

    /// <summary>State machines that it may start to reprocess.</summary>
    public IReadOnlyList<string> ReprocessMachines { get; init; } = [];

    /// <summary>Objects that a workflow writes for people: post-mortems.</summary>
    public IReadOnlyList<string> Documents { get; init; } = [];

    /// <summary>What a workflow may mail to customers; null where it may not.</summary>
    public MailPermission? Mail { get; init; }

    /// <summary>Of the automation switch.</summary>
    public string AutomationParameterArn { get; init; } = "";

    /// <summary>What the workflow of status updates may change: tickets, where policy has any, and mail.</summary>
    public static RunbookTargets OfUpdates(Construct scope, IncidentPolicy policy) => new()
    {
        Mail = MailPermission.Of(scope, policy.Customers.Mail),
        Tickets = policy.Tickets.Severities.Count > 0 ? [Arn(scope, "ssm", "opsitem", "*", ArnFormat.SLASH_RESOURCE_NAME)] : [],
    };

    /// <summary>The kinds of action whose states the runbook's machine gets: none where it observes only.</summary>
    public static IReadOnlyCollection<string> KindsOf(IncidentPolicy policy, string runbook) => policy.Runbook(runbook) is { Mode: not RunbookMode.Observe } rules
        ? [.. WorkflowDefinitions.ActionsOf(runbook).Where(rules.Actions.ContainsKey)]
        : [];

    public static RunbookTargets Of(Construct scope, IncidentPolicy policy, string runbook)
    {
        IEnumerable<string> Names(string kind) => policy.Runbook(runbook).Actions.GetValueOrDefault(kind, []);
        IReadOnlyList<string> isolated = policy.SecurityFinding.Isolation is null ? [] : [.. Names(ActionKinds.IsolateInstance)];
        return new RunbookTargets
        {
            Functions = [.. Names(ActionKinds.ThrottleFunction).Select(name => Arn(scope, "lambda", "function", name, ArnFormat.COLON_RESOURCE_NAME))],
            QuotaTables = [.. Names(ActionKinds.TightenQuota).Select(name => Arn(scope, "dynamodb", "table", name, ArnFormat.SLASH_RESOURCE_NAME))],
            GuardrailTables = runbook == RunbookNames.CostSpike && policy.CostSpike.Guardrails is { } guardrails ? [Arn(scope, "dynamodb", "table", guardrails.Table, ArnFormat.SLASH_RESOURCE_NAME)] : [],
            LogGroups = [.. LogGroupsOf(policy, runbook).Select(name => Arn(scope, "logs", "log-group", $"{name}:*", ArnFormat.COLON_RESOURCE_NAME))],
            Roles = runbook == RunbookNames.PartnerCentral && policy.PartnerCentral.Role is { } role ? [Stack.Of(scope).FormatArn(new ArnComponents { Service = "iam", Region = "", Resource = "role", ResourceName = role })] : [],
            Machines = runbook == RunbookNames.PartnerCentral && policy.PartnerCentral.Ingestion is { } machine ? [Arn(scope, "states", "stateMachine", machine, ArnFormat.COLON_RESOURCE_NAME)] : [],
            RedriveMachines = [.. Names(ActionKinds.RedriveIngestion).Select(name => Arn(scope, "states", "stateMachine", name, ArnFormat.COLON_RESOURCE_NAME))],
            Parameters = runbook == RunbookNames.PartnerCentral && policy.PartnerCentral.RateParameter is { } rate ? [Arn(scope, "ssm", "parameter", rate.TrimStart('/'), ArnFormat.SLASH_RESOURCE_NAME)] : [],
            RateParameters = [.. Names(ActionKinds.LowerRequestRate).Select(name => Arn(scope, "ssm", "parameter", name.TrimStart('/'), ArnFormat.SLASH_RESOURCE_NAME))],
            Tickets = Names(ActionKinds.OpenSupportCase).Any() ? [Arn(scope, "ssm", "opsitem", "*", ArnFormat.SLASH_RESOURCE_NAME)] : [],
            UserPools = runbook == RunbookNames.Authentication && policy.Authentication.UserPool is { } pool ? [Arn(scope, "cognito-idp", "userpool", pool, ArnFormat.SLASH_RESOURCE_NAME)] : [],
            SignOutPools = [.. Names(ActionKinds.SignOutUsers).Select(name => Arn(scope, "cognito-idp", "userpool", name, ArnFormat.SLASH_RESOURCE_NAME))],
            Apis = runbook == RunbookNames.Authentication && policy.Authentication.Api is { } api ? [Stack.Of(scope).FormatArn(new ArnComponents { Service = "apigateway", Account = "", Resource = "", ResourceName = $"apis/{api}/authorizers" })] : [],
            IpSets = [.. Names(ActionKinds.BlockAddresses).Select(name => Arn(scope, "wafv2", "regional", $"ipset/{name}/*", ArnFormat.SLASH_RESOURCE_NAME))],
            KeyUsers = [.. Names(ActionKinds.DeactivateKey).Select(name => Iam(scope, "user", name))],
            SessionUsers = [.. Names(ActionKinds.DenySessions).Select(name => Iam(scope, "user", name))],
            SessionRoles = [.. Names(ActionKinds.DenySessions).Select(name => Iam(scope, "role", name))],
            Instances = [.. isolated.Select(name => Arn(scope, "ec2", "instance", name, ArnFormat.SLASH_RESOURCE_NAME))],
            Volumes = isolated.Count > 0 ? [Arn(scope, "ec2", "volume", "*", ArnFormat.SLASH_RESOURCE_NAME)] : [],
            // A snapshot that is being made has no account yet.
            Snapshots = isolated.Count > 0 ? [Stack.Of(scope).FormatArn(new ArnComponents { Service = "ec2", Account = "", Resource = "snapshot", ResourceName = "*" })] : [],
            ScalingGroups = isolated.Count > 0 ? [Arn(scope, "autoscaling", "autoScalingGroup", "*:autoScalingGroupName/*", ArnFormat.COLON_RESOURCE_NAME)] : [],
            IsolationGroups = isolated.Count > 0 ? [Arn(scope, "ec2", "security-group", policy.SecurityFinding.Isolation!.SecurityGroup, ArnFormat.SLASH_RESOURCE_NAME)] : [],
            IsolationTag = policy.SecurityFinding.Isolation is { } isolation
                ? new Dictionary<string, IReadOnlyDictionary<string, string>> { ["StringEquals"] = new Dictionary<string, string> { [$"aws:ResourceTag/{isolation.TagKey}"] = isolation.TagValue } }
                : new Dictionary<string, IReadOnlyDictionary<string, string>>(),
            BlockableBuckets = [.. Names(ActionKinds.BlockPublicAccess).Select(name => Stack.Of(scope).FormatArn(new ArnComponents { Service = "s3", Region = "", Account = "", Resource = name }))],
            Databases = runbook == RunbookNames.MarketplaceMetering && policy.MarketplaceMetering.Database is { } database ? [database.Cluster] : [],
            Warehouses = runbook == RunbookNames.DataQuality && policy.DataQuality.Warehouse is { } warehouse ? [warehouse.Arn] : [],
            DatabaseSecrets = runbook == RunbookNames.MarketplaceMetering && policy.MarketplaceMetering.Database is { } owned ? [owned.Secret]
                : runbook == RunbookNames.DataQuality && policy.DataQuality.Warehouse is { } asked ? [asked.Secret]
                : [],
            Catalog = runbook == RunbookNames.DataQuality && policy.DataQuality.Catalog is { } catalog
                ? [Stack.Of(scope).FormatArn(new ArnComponents { Service = "glue", Resource = "catalog" }), Arn(scope, "glue", "database", catalog, ArnFormat.SLASH_RESOURCE_NAME), Arn(scope, "glue", "table", $"{catalog}/*", ArnFormat.SLASH_RESOURCE_NAME)]
                : [],
            QuarantineObjects = [.. Names(ActionKinds.QuarantineObjects).Select(name => Stack.Of(scope).FormatArn(new ArnComponents { Service = "s3", Region = "", Account = "", Resource = name, ResourceName = "*" }))],
            ReprocessMachines = [.. Names(ActionKinds.ReprocessEntity).Select(name => Arn(scope, "states", "stateMachine", name, ArnFormat.COLON_RESOURCE_NAME))],
            AutomationParameterArn = Arn(scope, "ssm", "parameter", Constructs.AutomationSwitch.ParameterName.TrimStart('/'), ArnFormat.SLASH_RESOURCE_NAME),
        };
    }

    /// <summary>Of what the runbook reads by name.</summary>
    private static IEnumerable<string> LogGroupsOf(IncidentPolicy policy, string runbook) => runbook switch
    {
        RunbookNames.PartnerCentral => [policy.PartnerCentral.LogGroup],
        RunbookNames.Authentication => new[] { AuthenticationPlaces.Of(policy.Authentication).LogGroup, policy.Authentication.ApiLogGroup }.OfType<string>(),
        _ => [],
    };

    /// <summary>The runs of state machines.</summary>
    public static IReadOnlyList<string> RunsOf(IEnumerable<string> machines) => [.. machines.Select(arn => $"{arn.Replace(":stateMachine:", ":execution:", StringComparison.Ordinal)}:*").Distinct()];

    private static string Iam(Construct scope, string kind, string name) =>
        Stack.Of(scope).FormatArn(new ArnComponents { Service = "iam", Region = "", Resource = kind, ResourceName = name });

    private static string Arn(Construct scope, string service, string kind, string name, ArnFormat format) =>
        Stack.Of(scope).FormatArn(new ArnComponents { Service = service, Resource = kind, ResourceName = name, ArnFormat = format });
}
