using System.Text.Json;
using Amazon.Runtime;
using Amazon.StepFunctions.Internal;

namespace Amazon.StepFunctions.Model;

/// <summary>The heartbeat was taken.</summary>
public class SendTaskHeartbeatResponse : AmazonWebServiceResponse, IJsonResponse
{
    // Nothing is in it.
    void IJsonResponse.Read(JsonElement json)
    {
    }
}
