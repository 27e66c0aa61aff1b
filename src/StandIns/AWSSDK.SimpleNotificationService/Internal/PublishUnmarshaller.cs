using System.Net;
using Amazon.Runtime;
using Amazon.Runtime.Internal.Transform;
using Amazon.SimpleNotificationService.Model;

namespace Amazon.SimpleNotificationService.Internal;

/// <summary>Reads SNS's answer to Publish, and its errors.</summary>
internal sealed class PublishUnmarshaller : XmlResponseUnmarshaller
{
    public static readonly PublishUnmarshaller Instance = new();

    public override AmazonWebServiceResponse Unmarshall(XmlUnmarshallerContext input)
    {
        var response = new PublishResponse();
        while (input.Read())
        {
            if (!input.IsStartElement)
            {
                continue;
            }

            if (input.TestExpression("PublishResult/MessageId"))
            {
                response.MessageId = input.ReadText();
            }
            else if (input.TestExpression("PublishResult/SequenceNumber"))
            {
                response.SequenceNumber = input.ReadText();
            }
            else if (input.TestExpression("ResponseMetadata/RequestId"))
            {
                response.ResponseMetadata = new ResponseMetadata { RequestId = input.ReadText() };
            }
        }

        return response;
    }

    public override AmazonServiceException UnmarshallException(
        XmlUnmarshallerContext input, Exception innerException, HttpStatusCode statusCode)
    {
        var error = XmlErrorResponseUnmarshaller.GetInstance().Unmarshall(input);
        error.InnerException = innerException;
        error.StatusCode = statusCode;
        return Errors.ToException(error);
    }
}
