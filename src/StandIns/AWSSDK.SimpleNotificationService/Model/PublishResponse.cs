using Amazon.Runtime;

namespace Amazon.SimpleNotificationService.Model;

/// <summary>The message was taken.</summary>
public class PublishResponse : AmazonWebServiceResponse
{
    public string MessageId { get; set; } = null!;

    /// <summary>FIFO topics only.</summary>
    public string? SequenceNumber { get; set; }
}
