using System.Net;
using Amazon.Runtime;

namespace Amazon.StepFunctions;

/// <summary>An error that Step Functions answered; modelled ones have their own type in <c>Amazon.StepFunctions.Model</c>.</summary>
public class AmazonStepFunctionsException(
    string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
    : AmazonServiceException(message, innerException, errorType, errorCode, requestId, statusCode);
