using Amazon.CDK;
using Amazon.CDK.AWS.IAM;
using Amazon.CDK.AWS.StepFunctions;
using Constructs;
using IncidentServerless.Cdk.Permissions;
using IncidentServerless.Workflows;

namespace IncidentServerless.Cdk.Constructs;

/// <summary>A state machine with a role that allows what its definition does and nothing else. Execution data is not logged.</summary>
internal sealed class Workflow : Construct
{
    /// <param name="surroundings">Made from the state machine's own ARN.</param>
    public Workflow(Construct scope, WorkflowDefinition definition, Func<string, WorkflowSurroundings> surroundings)
        : base(scope, definition.Name)
    {
        var here = surroundings(ArnOf(this, definition.Name));
        Role = new Role(this, "Role", new RoleProps
        {
            AssumedBy = new ServicePrincipal("states.amazonaws.com"),
            Description = $"What the workflow {definition.Name} may do",
        });
        foreach (var permission in WorkflowPermissions.Of(definition, here))
        {
            Role.AddToPolicy(Statement(permission));
        }

        StateMachine = new StateMachine(this, "StateMachine", new StateMachineProps
        {
            StateMachineName = PhysicalName(definition.Name),
            StateMachineType = StateMachineType.STANDARD,
            DefinitionBody = DefinitionBody.FromString(definition.Text),
            DefinitionSubstitutions = definition.Needs.ToDictionary(placeholder => placeholder, placeholder => here.Substitutions[placeholder]),
            Role = Role,
            TracingEnabled = true,
        });
    }

    public Role Role { get; }

    public StateMachine StateMachine { get; }

    /// <summary>The ARN by its name alone: a reference would close a circle between functions and state machines.</summary>
    /// <param name="workflow">The definition's name.</param>
    public static string ArnOf(Construct scope, string workflow) => Arn(scope, "stateMachine", PhysicalName(workflow));

    /// <summary>All executions of a workflow.</summary>
    public static string ExecutionsOf(Construct scope, string workflow) => Arn(scope, "execution", $"{PhysicalName(workflow)}:*");

    private static string PhysicalName(string workflow) => $"{IncidentStack.Name}-{workflow}";

    private static string Arn(Construct scope, string kind, string name) => Stack.Of(scope).FormatArn(new ArnComponents
    {
        Service = "states",
        Resource = kind,
        ResourceName = name,
        ArnFormat = ArnFormat.COLON_RESOURCE_NAME,
    });

    private static PolicyStatement Statement(Permission permission) => new(new PolicyStatementProps
    {
        Actions = [permission.Action],
        Resources = [.. permission.Resources],
        Conditions = permission.Conditions.ToDictionary(
            condition => condition.Key,
            condition => (object)condition.Value.ToDictionary(key => key.Key, key => (object)key.Value)),
    });
}
