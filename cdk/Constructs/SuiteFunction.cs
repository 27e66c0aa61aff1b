using System.Globalization;
using Amazon.CDK;
using Amazon.CDK.AWS.IAM;
using Amazon.CDK.AWS.Lambda;
using Amazon.CDK.AWS.Logs;
using Constructs;
using IncidentServerless.Workflows;

namespace IncidentServerless.Cdk.Constructs;

/// <summary>What all functions share.</summary>
/// <param name="Code">One asset for all; the environment chooses the function.</param>
internal sealed record FunctionSetup(Code Code, Architecture Architecture, IncidentTable Table);

/// <summary>One function of the suite, with a role and a log group of its own.</summary>
internal sealed class SuiteFunction : Construct
{
    private readonly LogGroup logs;

    /// <param name="name">One of <see cref="FunctionNames"/>.</param>
    /// <param name="timeout">Whole seconds.</param>
    public SuiteFunction(Construct scope, string name, FunctionSetup setup, Duration timeout)
        : base(scope, name)
    {
        Name = name;
        Timeout = timeout;
        var physicalName = $"{IncidentStack.Name}-{name}";
        LogGroupName = $"/aws/lambda/{physicalName}";
        logs = new LogGroup(this, "Logs", new LogGroupProps
        {
            LogGroupName = LogGroupName,
            Retention = RetentionDays.THREE_MONTHS,
            RemovalPolicy = RemovalPolicy.DESTROY,
        });
        Role = new Role(this, "Role", new RoleProps
        {
            AssumedBy = new ServicePrincipal("lambda.amazonaws.com"),
            Description = $"What {name} may do",
        });
        logs.GrantWrite(Role);
        Function = new Function(this, "Function", new FunctionProps
        {
            FunctionName = physicalName,
            Runtime = Runtime.PROVIDED_AL2023,
            Architecture = setup.Architecture,
            Handler = "bootstrap",
            Code = setup.Code,
            MemorySize = 512,
            Timeout = timeout,
            Role = Role,
            LogGroup = logs,
            Tracing = Tracing.ACTIVE,
            // The runtime's own lines too: in plain text an exception's message could pass for a line of its own.
            LoggingFormat = LoggingFormat.JSON,
            Environment = new Dictionary<string, string>
            {
                ["ANNOTATIONS_HANDLER"] = name,
                [EnvironmentVariables.IncidentTable] = setup.Table.Name,
                [EnvironmentVariables.TimeoutSeconds] = timeout.ToSeconds().ToString(CultureInfo.InvariantCulture),
            },
        });
    }

    public string Name { get; }

    public Duration Timeout { get; }

    public string LogGroupName { get; }

    public Role Role { get; }

    public Function Function { get; }

    public string Arn => Function.FunctionArn;

    /// <summary>Tells the function something by its environment; one of <see cref="EnvironmentVariables"/>.</summary>
    public void Tell(string variable, string value) => Function.AddEnvironment(variable, value);

    /// <summary>A metric that counts the log lines with this word.</summary>
    public MetricFilter CountLogLines(string word, string metric, string id) => new(this, id, new MetricFilterProps
    {
        LogGroup = logs,
        FilterPattern = FilterPattern.AnyTerm(word),
        MetricNamespace = IncidentStack.Name,
        MetricName = metric,
        MetricValue = "1",
    });

    /// <summary>Where an event ends that nobody waits for, and that the function failed on three times.</summary>
    public void LeaveFailuresIn(DeadLetterQueue queue)
    {
        ((CfnFunction)Function.Node.DefaultChild!).DeadLetterConfig = new CfnFunction.DeadLetterConfigProperty { TargetArn = queue.QueueArn };
        Allow("sqs:SendMessage", queue.QueueArn);
    }

    public void Allow(string action, params string[] resources) =>
        Role.AddToPolicy(new PolicyStatement(new PolicyStatementProps { Actions = [action], Resources = resources }));
}
