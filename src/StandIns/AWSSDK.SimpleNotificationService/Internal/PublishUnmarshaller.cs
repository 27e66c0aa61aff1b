using System.Net;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Transform;
using Amazon.SimpleNotificationService.Model;

namespace Amazon.SimpleNotificationService.Internal;

/// <summary>Reads SNS's answer to Publish, and its errors.</summary>
internal sealed class PublishUnmarshaller : ResponseUnmarshaller
{
    public static readonly PublishUnmarshaller Instance = new();

    public override AmazonWebServiceResponse Unmarshall(UnmarshallerContext input)
    {
        var answer = (QueryAnswer)input;
        return new PublishResponse
        {
            MessageId = answer.Text("MessageId") ?? "",
            SequenceNumber = answer.Text("SequenceNumber"),
            ResponseMetadata = new ResponseMetadata { RequestId = answer.Text("RequestId") },
        };
    }

    public override AmazonServiceException UnmarshallException(UnmarshallerContext input, Exception innerException, HttpStatusCode statusCode)
    {
        var answer = (QueryAnswer)input;
        return Errors.ToException(new ErrorResponse
        {
            Type = answer.Text("Type") switch
            {
                "Sender" => ErrorType.Sender,
                "Receiver" => ErrorType.Receiver,
                _ => ErrorType.Unknown,
            },
            Code = answer.Text("Code"),
            Message = answer.Text("Message"),
            RequestId = answer.Text("RequestId"),
            InnerException = innerException,
            StatusCode = statusCode,
        });
    }

    protected override UnmarshallerContext ConstructUnmarshallerContext(
        Stream responseStream, bool maintainResponseBody, IWebResponseData response, bool isException) =>
        new QueryAnswer(responseStream, maintainResponseBody, response, isException);

    protected override UnmarshallerContext ConstructUnmarshallerContext(
        Stream responseStream, bool maintainResponseBody, IWebResponseData response, bool isException, IRequestContext requestContext) =>
        ConstructUnmarshallerContext(responseStream, maintainResponseBody, response, isException);
}
