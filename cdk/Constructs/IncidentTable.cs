using Amazon.CDK;
using Amazon.CDK.AWS.DynamoDB;
using Amazon.CDK.AWS.IAM;
using Constructs;
using Attribute = Amazon.CDK.AWS.DynamoDB.Attribute;

namespace IncidentServerless.Cdk.Constructs;

/// <summary>The one table. It outlives the stack.</summary>
internal sealed class IncidentTable : Construct
{
    private const string OpenByTime = "open-by-time";

    private readonly Table table;

    public IncidentTable(Construct scope, string id)
        : base(scope, id)
    {
        table = new Table(this, "Table", new TableProps
        {
            PartitionKey = Text("PK"),
            SortKey = Text("SK"),
            BillingMode = BillingMode.PAY_PER_REQUEST,
            PointInTimeRecovery = true,
            TimeToLiveAttribute = "ttl",
            RemovalPolicy = RemovalPolicy.RETAIN,
        });

        // Sparse: only incidents that are not closed carry the attribute. Keys suffice, since what matters is read from the table itself.
        table.AddGlobalSecondaryIndex(new GlobalSecondaryIndexProps
        {
            IndexName = OpenByTime,
            PartitionKey = Text("open"),
            SortKey = Text("openedAt"),
            ProjectionType = ProjectionType.KEYS_ONLY,
        });
    }

    public string Name => table.TableName;

    public void GrantRead(IGrantable reader) => Allow(reader, table.TableArn, "dynamodb:GetItem", "dynamodb:Query");

    /// <summary>Reading too. A transaction needs the permissions of its parts; there is none of its own.</summary>
    public void GrantReadWrite(IGrantable writer)
    {
        GrantRead(writer);
        Allow(writer, table.TableArn, "dynamodb:PutItem", "dynamodb:DeleteItem");
    }

    /// <summary>To find the incidents that are not closed.</summary>
    public void GrantQueryOpen(IGrantable reader) => Allow(reader, $"{table.TableArn}/index/{OpenByTime}", "dynamodb:Query");

    private static Attribute Text(string name) => new() { Name = name, Type = AttributeType.STRING };

    // CDK's own grant would add every index.
    private static void Allow(IGrantable grantee, string resource, params string[] actions) =>
        Grant.AddToPrincipal(new GrantOnPrincipalOptions { Grantee = grantee, Actions = actions, ResourceArns = [resource] });
}
