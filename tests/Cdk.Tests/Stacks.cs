using Amazon.CDK;
using IncidentServerless.Domain.Policy;
using IncidentServerless.Domain.Severity;

namespace IncidentServerless.Cdk.Tests;

/// <summary>Two stacks, synthesised once for all tests: one with every channel and two people, one with SNS alone.</summary>
public sealed class Stacks : IDisposable
{
    private readonly DirectoryInfo scratch = Directory.CreateTempSubdirectory("incident-stack-");

    public Stacks()
    {
        var asset = scratch.CreateSubdirectory("functions");
        File.WriteAllText(Path.Combine(asset.FullName, "bootstrap"), "never run");
        var policy = PolicyReader.Read(File.ReadAllText(Path.Combine(RepositoryRoot.Find(), "cdk", "incident-policy.json")));
        Whole = Synthesise("whole", asset, policy with
        {
            Runbooks = new Dictionary<string, RunbookPolicy>
            {
                ["cost-spike"] = new(RunbookMode.Auto, new Dictionary<string, IReadOnlyList<string>>
                {
                    ["throttle-function"] = ["orders-*"],
                    ["cancel-query"] = ["analytics"],
                    ["tighten-quota"] = ["tenant-guardrails"],
                }),
                ["partner-central"] = May(("redrive-ingestion", "partner-*"), ("lower-request-rate", "/connector/rate"), ("open-support-case", "aws-support")),
                ["marketplace-metering"] = May(("resubmit-usage", "2ovmxyz")),
                ["data-quality"] = May(("quarantine-objects", "lake"), ("reprocess-entity", "lake-reprocess")),
                ["authentication"] = May(("sign-out-users", "eu-west-1_AbCdEf123"), ("block-addresses", "blocked")),
                ["security-finding"] = May(("deactivate-key", "ci-deploy"), ("deny-sessions", "ci-deploy"), ("isolate-instance", "i-*"), ("block-public-access", "shop-*")),
            },
            PartnerCentral = PartnerCentralPolicy.Default with { Role = "connector", RateParameter = "/connector/rate", Ingestion = "partner-ingestion" },
            MarketplaceMetering = new MeteringPolicy(new DataApiDatabase("arn:aws:rds:eu-west-1:111122223333:cluster:billing", "arn:aws:secretsmanager:eu-west-1:111122223333:secret:billing-AbCdEf", "billing"), "2ovmxyz", []),
            DataQuality = DataQualityPolicy.Default with { Warehouse = new WarehousePolicy("arn:aws:redshift:eu-west-1:111122223333:cluster:analytics", "dw", "arn:aws:secretsmanager:eu-west-1:111122223333:secret:dw-AbCdEf"), Catalog = "silver", Bucket = "lake", Reprocess = "lake-reprocess" },
            Authentication = AuthenticationPolicy.Default with { UserPool = "eu-west-1_AbCdEf123", Api = "a1b2c3" },
            SecurityFinding = new SecurityPolicy(new IsolationPolicy("sg-0123456789abcdef0", "isolation", "allowed")),
            Drill = new WeeklyDrill(DayOfWeek.Tuesday, new TimeOnly(10, 5), SeverityLevel.Sev1),
            Reports = ReportsPolicy.Default with { WebhookSecret = "/incident/reports-secret" },
            CostSpike = CostSpikePolicy.Default with { Guardrails = new("tenant-guardrails", "tenantId", "requestsPerMinute", "Shop", "Requests", "TenantId") },
            Logs = new LogsPolicy(["/ecs/sign-in", "orders/api"], "?ERROR ?\"failed login\""),
            People = new Dictionary<string, Person> { ["alice"] = new("Alice"), ["bob"] = new("Bob") },
            Customers = new CustomersPolicy(new StatusPagePolicy("kctbh9vrtdwd", "statuspage-key", [SeverityLevel.Sev1], new Dictionary<string, IReadOnlyList<string>>()), new MailPolicy("status@example.com", "Example", new Dictionary<string, IReadOnlyList<string>> { ["acme"] = ["ops@acme.example"] }, Automatic: false)),
            Channels = new Channels(new PagerDutyChannel("pagerduty-key", OwnsEscalation: true, "/incident/pagerduty-webhook"), new SlackChannel("slack-token", "#incident-response", "/incident/slack-signing"), new WebhookChannel("/incident/deeds-secret")),
        }, publicConcurrency: 5);
        Bare = Synthesise("bare", asset, policy with { People = new Dictionary<string, Person>(), Channels = new Channels(null, null) });
    }

    public Template Whole { get; }

    public Template Bare { get; }

    public void Dispose() => scratch.Delete(recursive: true);

    private static RunbookPolicy May(params (string Kind, string Target)[] actions) =>
        new(RunbookMode.Auto, actions.ToDictionary(action => action.Kind, action => (IReadOnlyList<string>)[action.Target]));

    private Template Synthesise(string name, DirectoryInfo asset, IncidentPolicy policy, int? publicConcurrency = null)
    {
        var folder = Path.Combine(scratch.FullName, name);
        var app = new App(new AppProps { Outdir = folder, AnalyticsReporting = false });
        _ = new IncidentStack(app, IncidentStack.Name, new StackInputs(policy, FunctionsAsset.At(asset.FullName), publicConcurrency));
        app.Synth();
        return Template.Read(Path.Combine(folder, $"{IncidentStack.Name}.template.json"));
    }
}

/// <summary>One collection, since the CDK's Node process serves one caller at a time.</summary>
[CollectionDefinition(Name)]
public sealed class SynthesisedStacks : ICollectionFixture<Stacks>
{
    public const string Name = "Synthesised stacks";
}
