using Amazon.DynamoDBv2;
using Amazon.KeyManagementService;
using Amazon.Lambda.Annotations;
using Amazon.Lambda.Core;
using Amazon.SimpleNotificationService;
using Amazon.SimpleSystemsManagement;
using Amazon.StepFunctions;
using AWS.Lambda.Powertools.Logging;
using IncidentServerless.Functions;
using IncidentServerless.Functions.AnswerSlack;
using IncidentServerless.Functions.BeginRunbook;
using IncidentServerless.Functions.Commands;
using IncidentServerless.Functions.ComposeMessage;
using IncidentServerless.Functions.Configuration;
using IncidentServerless.Functions.Intake;
using IncidentServerless.Functions.Invocation;
using IncidentServerless.Functions.Links;
using IncidentServerless.Functions.Metrics;
using IncidentServerless.Functions.RecordIncident;
using IncidentServerless.Functions.Reconcile;
using IncidentServerless.Functions.Respond;
using IncidentServerless.Functions.Webhooks;
using IncidentServerless.Storage;
using Microsoft.Extensions.DependencyInjection;

[assembly: LambdaGlobalProperties(GenerateMain = true, Runtime = "provided.al2023")]
[assembly: LambdaSerializer(typeof(SuiteSerializer))]

namespace IncidentServerless.Functions;

/// <summary>Wires every function; each makes only what it asks for.</summary>
[LambdaStartup]
public sealed class Startup
{
    public void ConfigureServices(IServiceCollection services)
    {
        var environment = ProcessEnvironment.Read();
        var settings = Settings.Read(environment.GetValueOrDefault("ANNOTATIONS_HANDLER", ""), environment);
        services.AddSingleton(settings);
        services.AddSingleton(new SlackHooks(environment.GetValueOrDefault("AWS_ENDPOINT_URL")));
        services.AddSingleton(PolicyFile.Read(environment));
        services.AddSingleton<InvocationTime>();
        services.AddLogging(logging => logging.AddPowertoolsLogger(logger => logger.Service = "incident-serverless"));

        services.AddSingleton<IAmazonDynamoDB>(_ => new AmazonDynamoDBClient(new AmazonDynamoDBConfig().Patient()));
        services.AddSingleton<IAmazonStepFunctions>(_ => new AmazonStepFunctionsClient(new AmazonStepFunctionsConfig().Patient()));
        services.AddSingleton<IAmazonSimpleNotificationService>(_ => new AmazonSimpleNotificationServiceClient(new AmazonSimpleNotificationServiceConfig().Patient()));
        services.AddSingleton<IAmazonKeyManagementService>(_ => new AmazonKeyManagementServiceClient(new AmazonKeyManagementServiceConfig().Patient()));

        services.AddSingleton<IAmazonSimpleSystemsManagement>(_ => new AmazonSimpleSystemsManagementClient(new AmazonSimpleSystemsManagementConfig().Patient()));

        services.AddSingleton(provider => new IncidentStore(provider.GetRequiredService<IAmazonDynamoDB>(), settings.Table));
        services.AddSingleton(provider => new SignalStore(provider.GetRequiredService<IAmazonDynamoDB>(), settings.Table));
        services.AddSingleton(provider => new WaitStore(provider.GetRequiredService<IAmazonDynamoDB>(), settings.Table));
        services.AddSingleton(provider => new DirectPages(provider.GetRequiredService<IAmazonDynamoDB>(), settings.Table));

        services.AddSingleton(provider => new RemediationLedger(provider.GetRequiredService<IAmazonDynamoDB>(), settings.Table));

        services.AddSingleton<MetricLog>();
        services.AddSingleton<CommandHandler>();
        services.AddSingleton<DeedHandler>();
        services.AddSingleton<RunbookOpening>();
        services.AddSingleton<WaitAnswerer>();
        services.AddSingleton<LifecycleStarter>();
        services.AddSingleton<WaitRegistration>();
        services.AddSingleton<EventIntake>();
        services.AddSingleton<BatchIntake>();
        services.AddSingleton<IncidentStart>();
        services.AddSingleton<DirectPager>();
        services.AddSingleton<PagingComposer>();
        services.AddSingleton<MailComposer>();
        services.AddSingleton<UpdateComposer>();
        services.AddSingleton<AftermathComposer>();
        services.AddSingleton<LinkSigner>();
        services.AddSingleton<LinkVerifier>();
        services.AddSingleton<PageLinkMaker>();
        services.AddSingleton<LinkResponder>();
        services.AddSingleton<WebhookSecrets>();
        services.AddSingleton<PagerDutyResponder>();
        services.AddSingleton<DeedResponder>();
        services.AddSingleton<GenuineRequests>();
        services.AddSingleton<SlackResponder>();
        services.AddSingleton<SlackAnswerSender>();
        services.AddSingleton<IncidentFinder>();
        services.AddSingleton<IncidentReconciler>();
        services.AddSingleton<ExecutionProbe>();
        services.AddSingleton<TellingRevival>();
    }
}
