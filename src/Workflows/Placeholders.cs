namespace IncidentServerless.Workflows;

/// <summary>What workflow definitions leave open: <c>${Name}</c> stands for an ARN or a name that the deployment fills in.</summary>
public static class Placeholders
{
    /// <summary>The function that writes incidents.</summary>
    public const string RecordIncident = "RecordIncidentArn";

    /// <summary>The function that decides whom to tell and in what words.</summary>
    public const string ComposeMessage = "ComposeMessageArn";

    /// <summary>The paging state machine.</summary>
    public const string Paging = "PagingStateMachineArn";

    /// <summary>The state machine of status updates.</summary>
    public const string StatusUpdates = "StatusUpdatesStateMachineArn";

    /// <summary>The state machine of what follows an incident.</summary>
    public const string PostIncident = "PostIncidentStateMachineArn";

    /// <summary>The bucket of post-mortems.</summary>
    public const string PostMortemBucket = "PostMortemBucketName";

    /// <summary>The EventBridge connection that adds PagerDuty's routing key.</summary>
    public const string PagerDutyConnection = "PagerDutyConnectionArn";

    /// <summary>The EventBridge connection that adds Slack's token.</summary>
    public const string SlackConnection = "SlackConnectionArn";

    /// <summary>The EventBridge connection that adds Statuspage's key, and the page's id.</summary>
    public const string StatusPageConnection = "StatusPageConnectionArn";
    public const string StatusPageId = "StatusPageId";

    /// <summary>What an OpsItem names as its source; not beginning with aws, amazon or amzn.</summary>
    public const string TicketSource = "TicketSource";

    /// <summary>The function that begins a runbook.</summary>
    public const string BeginRunbook = "BeginRunbookArn";

    /// <summary>The function that assesses a runbook's evidence.</summary>
    public const string AssessEvidence = "AssessEvidenceArn";

    /// <summary>The parameter that switches automation on and off.</summary>
    public const string AutomationParameter = "AutomationParameterName";

    /// <summary>A runbook's state machine: <c>RunbookCostSpikeArn</c>.</summary>
    /// <param name="runbook">Kebab-case.</param>
    public static string Runbook(string runbook) => $"Runbook{string.Concat(runbook.Split('-').Select(word => char.ToUpperInvariant(word[0]) + word[1..]))}Arn";
}
