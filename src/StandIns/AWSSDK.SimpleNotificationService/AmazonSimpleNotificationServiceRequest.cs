using Amazon.Runtime;

namespace Amazon.SimpleNotificationService;

/// <summary>A request to SNS.</summary>
public abstract class AmazonSimpleNotificationServiceRequest : AmazonWebServiceRequest;
