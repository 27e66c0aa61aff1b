namespace IncidentServerless.Workflows;

/// <summary>What functions are told by their environment.</summary>
public static class EnvironmentVariables
{
    /// <summary>The incident table's name.</summary>
    public const string IncidentTable = "INCIDENT_TABLE";

    /// <summary>ARN of the lifecycle state machine.</summary>
    public const string LifecycleArn = "LIFECYCLE_STATE_MACHINE_ARN";

    /// <summary>ARN of the paging state machine.</summary>
    public const string PagingArn = "PAGING_STATE_MACHINE_ARN";

    /// <summary>ARN of the topic that every page goes to.</summary>
    public const string PageTopicArn = "PAGE_TOPIC_ARN";

    /// <summary>ARN of the topic of status updates and of what follows an incident.</summary>
    public const string UpdatesTopicArn = "UPDATES_TOPIC_ARN";

    /// <summary>The bucket of post-mortems.</summary>
    public const string PostMortemBucket = "POST_MORTEM_BUCKET";

    /// <summary>ARN of the state machine of status updates.</summary>
    public const string StatusUpdatesArn = "STATUS_UPDATES_STATE_MACHINE_ARN";

    /// <summary>ARN of the state machine of what follows an incident.</summary>
    public const string PostIncidentArn = "POST_INCIDENT_STATE_MACHINE_ARN";

    /// <summary>JSON object: person id → ARN of that person's own topic. <c>{}</c> when policy names nobody.</summary>
    public const string PersonTopicArns = "PERSON_TOPIC_ARNS";

    /// <summary>ARN of the KMS HMAC key that signs links.</summary>
    public const string LinkKeyArn = "LINK_KEY_ARN";

    /// <summary>Base URL of the Respond function, with the trailing slash.</summary>
    public const string RespondUrl = "RESPOND_URL";

    /// <summary>The function's configured timeout, seconds: with the remaining time it tells when the invocation began.</summary>
    public const string TimeoutSeconds = "FUNCTION_TIMEOUT_SECONDS";
}
