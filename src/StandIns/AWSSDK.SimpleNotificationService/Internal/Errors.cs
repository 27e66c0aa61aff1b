using Amazon.Runtime.Internal;
using Amazon.SimpleNotificationService.Model;

namespace Amazon.SimpleNotificationService.Internal;

/// <summary>Error codes of SNS as exceptions.</summary>
internal static class Errors
{
    /// <summary>The modelled exception of the code, else the service's general one.</summary>
    public static AmazonSimpleNotificationServiceException ToException(ErrorResponse error) => error.Code switch
    {
        "AuthorizationError" => new AuthorizationErrorException(error.Message, error.InnerException, error.Type, error.Code, error.RequestId, error.StatusCode),
        "EndpointDisabled" => new EndpointDisabledException(error.Message, error.InnerException, error.Type, error.Code, error.RequestId, error.StatusCode),
        "InternalError" => new InternalErrorException(error.Message, error.InnerException, error.Type, error.Code, error.RequestId, error.StatusCode),
        "InvalidParameter" => new InvalidParameterException(error.Message, error.InnerException, error.Type, error.Code, error.RequestId, error.StatusCode),
        "ParameterValueInvalid" => new InvalidParameterValueException(error.Message, error.InnerException, error.Type, error.Code, error.RequestId, error.StatusCode),
        "InvalidSecurity" => new InvalidSecurityException(error.Message, error.InnerException, error.Type, error.Code, error.RequestId, error.StatusCode),
        "KMSAccessDenied" => new KMSAccessDeniedException(error.Message, error.InnerException, error.Type, error.Code, error.RequestId, error.StatusCode),
        "KMSDisabled" => new KMSDisabledException(error.Message, error.InnerException, error.Type, error.Code, error.RequestId, error.StatusCode),
        "KMSInvalidState" => new KMSInvalidStateException(error.Message, error.InnerException, error.Type, error.Code, error.RequestId, error.StatusCode),
        "KMSNotFound" => new KMSNotFoundException(error.Message, error.InnerException, error.Type, error.Code, error.RequestId, error.StatusCode),
        "KMSOptInRequired" => new KMSOptInRequiredException(error.Message, error.InnerException, error.Type, error.Code, error.RequestId, error.StatusCode),
        "KMSThrottling" => new KMSThrottlingException(error.Message, error.InnerException, error.Type, error.Code, error.RequestId, error.StatusCode),
        "NotFound" => new NotFoundException(error.Message, error.InnerException, error.Type, error.Code, error.RequestId, error.StatusCode),
        "PlatformApplicationDisabled" => new PlatformApplicationDisabledException(error.Message, error.InnerException, error.Type, error.Code, error.RequestId, error.StatusCode),
        "ValidationException" => new ValidationException(error.Message, error.InnerException, error.Type, error.Code, error.RequestId, error.StatusCode),
        _ => new AmazonSimpleNotificationServiceException(
            error.Message, error.InnerException, error.Type, error.Code, error.RequestId, error.StatusCode),
    };
}
