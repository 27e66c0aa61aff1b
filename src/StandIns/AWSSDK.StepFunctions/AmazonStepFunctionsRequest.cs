using System.Text.Json;
using Amazon.Runtime;

namespace Amazon.StepFunctions;

/// <summary>A request to Step Functions.</summary>
public abstract class AmazonStepFunctionsRequest : AmazonWebServiceRequest
{
    internal abstract string Operation { get; }

    /// <summary>Writes the members that are set into the open object.</summary>
    internal abstract void Write(Utf8JsonWriter writer);
}
