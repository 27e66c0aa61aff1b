using System.Globalization;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Transform;
using Amazon.SimpleNotificationService.Model;

namespace Amazon.SimpleNotificationService.Internal;

/// <summary>Writes a <see cref="PublishRequest"/> in the AWS query protocol.</summary>
internal sealed class PublishMarshaller : IMarshaller<IRequest, AmazonWebServiceRequest>
{
    public static readonly PublishMarshaller Instance = new();

    public IRequest Marshall(AmazonWebServiceRequest input)
    {
        var publish = (PublishRequest)input;
        var request = new DefaultRequest(input, "Amazon.SimpleNotificationService") { HttpMethod = "POST" };
        request.Parameters.Add("Action", "Publish");
        request.Parameters.Add("Version", "2010-03-31");
        Add(request, "Message", publish.Message);
        Add(request, "MessageDeduplicationId", publish.MessageDeduplicationId);
        Add(request, "MessageGroupId", publish.MessageGroupId);
        Add(request, "MessageStructure", publish.MessageStructure);
        Add(request, "PhoneNumber", publish.PhoneNumber);
        Add(request, "Subject", publish.Subject);
        Add(request, "TargetArn", publish.TargetArn);
        Add(request, "TopicArn", publish.TopicArn);
        AddAttributes(request, publish.MessageAttributes ?? []);
        return request;
    }

    private static void AddAttributes(DefaultRequest request, Dictionary<string, MessageAttributeValue> attributes)
    {
        var number = 0;
        foreach (var (name, value) in attributes)
        {
            number++;
            var entry = string.Create(CultureInfo.InvariantCulture, $"MessageAttributes.entry.{number}");
            Add(request, $"{entry}.Name", name);
            Add(request, $"{entry}.Value.DataType", value.DataType);
            Add(request, $"{entry}.Value.StringValue", value.StringValue);
            Add(request, $"{entry}.Value.BinaryValue", value.BinaryValue is { } binary ? Convert.ToBase64String(binary.ToArray()) : null);
        }
    }

    private static void Add(DefaultRequest request, string name, string? value)
    {
        if (value is not null)
        {
            request.Parameters.Add(name, value);
        }
    }
}
