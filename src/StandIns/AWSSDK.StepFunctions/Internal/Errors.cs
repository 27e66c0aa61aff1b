using Amazon.Runtime.Internal;
using Amazon.StepFunctions.Model;

namespace Amazon.StepFunctions.Internal;

/// <summary>Error codes of Step Functions as exceptions.</summary>
internal static class Errors
{
    private const string Suffix = "Exception";

    /// <summary>The modelled exception of the code, else the service's general one.</summary>
    public static AmazonStepFunctionsException ToException(ErrorResponse error) => Shape(error.Code) switch
    {
        "ExecutionAlreadyExists" => new ExecutionAlreadyExistsException(error.Message, error.InnerException, error.Type, error.Code, error.RequestId, error.StatusCode),
        "ExecutionDoesNotExist" => new ExecutionDoesNotExistException(error.Message, error.InnerException, error.Type, error.Code, error.RequestId, error.StatusCode),
        "ExecutionLimitExceeded" => new ExecutionLimitExceededException(error.Message, error.InnerException, error.Type, error.Code, error.RequestId, error.StatusCode),
        "InvalidArn" => new InvalidArnException(error.Message, error.InnerException, error.Type, error.Code, error.RequestId, error.StatusCode),
        "InvalidExecutionInput" => new InvalidExecutionInputException(error.Message, error.InnerException, error.Type, error.Code, error.RequestId, error.StatusCode),
        "InvalidName" => new InvalidNameException(error.Message, error.InnerException, error.Type, error.Code, error.RequestId, error.StatusCode),
        "InvalidOutput" => new InvalidOutputException(error.Message, error.InnerException, error.Type, error.Code, error.RequestId, error.StatusCode),
        "InvalidToken" => new InvalidTokenException(error.Message, error.InnerException, error.Type, error.Code, error.RequestId, error.StatusCode),
        "KmsAccessDenied" => new KmsAccessDeniedException(error.Message, error.InnerException, error.Type, error.Code, error.RequestId, error.StatusCode),
        "KmsInvalidState" => new KmsInvalidStateException(error.Message, error.InnerException, error.Type, error.Code, error.RequestId, error.StatusCode),
        "KmsThrottling" => new KmsThrottlingException(error.Message, error.InnerException, error.Type, error.Code, error.RequestId, error.StatusCode),
        "ResourceNotFound" => new ResourceNotFoundException(error.Message, error.InnerException, error.Type, error.Code, error.RequestId, error.StatusCode),
        "StateMachineDeleting" => new StateMachineDeletingException(error.Message, error.InnerException, error.Type, error.Code, error.RequestId, error.StatusCode),
        "StateMachineDoesNotExist" => new StateMachineDoesNotExistException(error.Message, error.InnerException, error.Type, error.Code, error.RequestId, error.StatusCode),
        "StateMachineTypeNotSupported" => new StateMachineTypeNotSupportedException(error.Message, error.InnerException, error.Type, error.Code, error.RequestId, error.StatusCode),
        "TaskDoesNotExist" => new TaskDoesNotExistException(error.Message, error.InnerException, error.Type, error.Code, error.RequestId, error.StatusCode),
        "TaskTimedOut" => new TaskTimedOutException(error.Message, error.InnerException, error.Type, error.Code, error.RequestId, error.StatusCode),
        "Validation" => new ValidationException(error.Message, error.InnerException, error.Type, error.Code, error.RequestId, error.StatusCode),
        _ => new AmazonStepFunctionsException(error.Message, error.InnerException, error.Type, error.Code, error.RequestId, error.StatusCode),
    };

    // Some codes carry the suffix on the wire (KmsThrottlingException), others do not (ExecutionAlreadyExists).
    private static string? Shape(string? code) =>
        code is not null && code.EndsWith(Suffix, StringComparison.Ordinal) ? code[..^Suffix.Length] : code;
}
