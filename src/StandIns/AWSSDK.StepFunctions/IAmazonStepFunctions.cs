using Amazon.Runtime;
using Amazon.StepFunctions.Model;
using Endpoint = Amazon.Runtime.Endpoints.Endpoint;

namespace Amazon.StepFunctions;

/// <summary>AWS Step Functions: the operations that are used here.</summary>
public interface IAmazonStepFunctions : IAmazonService, IDisposable
{
    static ClientConfig IAmazonService.CreateDefaultClientConfig() => new AmazonStepFunctionsConfig();

    static IAmazonService IAmazonService.CreateDefaultServiceClient(AWSCredentials awsCredentials, ClientConfig clientConfig) =>
        new AmazonStepFunctionsClient(awsCredentials, (AmazonStepFunctionsConfig)clientConfig);

    /// <exception cref="ExecutionAlreadyExistsException">The name is taken by a running execution with another input, or by a closed one.</exception>
    /// <exception cref="StateMachineDoesNotExistException"/>
    Task<StartExecutionResponse> StartExecutionAsync(StartExecutionRequest request, CancellationToken cancellationToken = default);

    /// <exception cref="ExecutionDoesNotExistException"/>
    Task<DescribeExecutionResponse> DescribeExecutionAsync(DescribeExecutionRequest request, CancellationToken cancellationToken = default);

    /// <exception cref="ExecutionDoesNotExistException"/>
    Task<StopExecutionResponse> StopExecutionAsync(StopExecutionRequest request, CancellationToken cancellationToken = default);

    /// <exception cref="StateMachineDoesNotExistException"/>
    Task<ListExecutionsResponse> ListExecutionsAsync(ListExecutionsRequest request, CancellationToken cancellationToken = default);

    /// <exception cref="TaskDoesNotExistException">The execution has ended.</exception>
    /// <exception cref="TaskTimedOutException">The task was answered already, or its time is over.</exception>
    /// <exception cref="InvalidTokenException"/>
    Task<SendTaskSuccessResponse> SendTaskSuccessAsync(SendTaskSuccessRequest request, CancellationToken cancellationToken = default);

    /// <exception cref="TaskDoesNotExistException">The execution has ended.</exception>
    /// <exception cref="TaskTimedOutException">The task was answered already, or its time is over.</exception>
    /// <exception cref="InvalidTokenException"/>
    Task<SendTaskFailureResponse> SendTaskFailureAsync(SendTaskFailureRequest request, CancellationToken cancellationToken = default);

    /// <exception cref="TaskDoesNotExistException">The execution has ended.</exception>
    /// <exception cref="TaskTimedOutException">The task was answered already, or its time is over.</exception>
    /// <exception cref="InvalidTokenException"/>
    Task<SendTaskHeartbeatResponse> SendTaskHeartbeatAsync(SendTaskHeartbeatRequest request, CancellationToken cancellationToken = default);

    /// <summary>Where the request would go.</summary>
    Endpoint DetermineServiceOperationEndpoint(AmazonWebServiceRequest request);
}
