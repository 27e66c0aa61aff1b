namespace Amazon.SimpleNotificationService.Model;

/// <summary>A message to a topic, a phone number or a device: exactly one of TopicArn, TargetArn and PhoneNumber is set.</summary>
public class PublishRequest : AmazonSimpleNotificationServiceRequest
{
    public string? TopicArn { get; set; }

    public string? TargetArn { get; set; }

    /// <summary>In E.164 form, as in <c>+15550100</c>.</summary>
    public string? PhoneNumber { get; set; }

    /// <summary>At most 256 KB with its attributes.</summary>
    public string Message { get; set; } = null!;

    /// <summary>Of e-mails: ASCII, at most 100 characters, without control characters.</summary>
    public string? Subject { get; set; }

    /// <summary><c>json</c> if <see cref="Message"/> is an object with a text for each protocol.</summary>
    public string? MessageStructure { get; set; }

    /// <summary>What subscription filters look at.</summary>
    public Dictionary<string, MessageAttributeValue>? MessageAttributes { get; set; }

    /// <summary>FIFO topics only.</summary>
    public string? MessageDeduplicationId { get; set; }

    public string? MessageGroupId { get; set; }
}
