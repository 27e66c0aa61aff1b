using Amazon.CDK;

namespace IncidentServerless.Cdk.Constructs;

/// <summary>An AWS service that may publish to a topic in the name of this account, and in nobody else's.</summary>
/// <param name="Sid">What the statement is called.</param>
/// <param name="Service">The service's principal.</param>
/// <param name="Source">What its <c>aws:SourceArn</c> must be like; null where the service does not tell it reliably, and the account is all there is.</param>
internal sealed record TopicPublisher(string Sid, string Service, ArnComponents? Source)
{
    // Budgets have no region, and neither a slash nor a colon of CDK's making behind the account.
    public static TopicPublisher Budgets { get; } =
        new("BudgetsOfThisAccount", "budgets.amazonaws.com", new ArnComponents { Service = "budgets", Region = "", Resource = "*", ArnFormat = ArnFormat.NO_RESOURCE_NAME });

    public static TopicPublisher CostAnomalies { get; } = new("CostAnomaliesOfThisAccount", "costalerts.amazonaws.com", null);

    /// <summary>CloudWatch alarms of this account and region.</summary>
    /// <param name="names">The alarms' names; <c>*</c> stands for any text.</param>
    public static TopicPublisher Alarms(string names = "*") =>
        new("AlarmsOfThisAccount", "cloudwatch.amazonaws.com", new ArnComponents { Service = "cloudwatch", Resource = "alarm", ResourceName = names, ArnFormat = ArnFormat.COLON_RESOURCE_NAME });
}
