using Microsoft.AspNetCore.Http;

namespace IncidentServerless.LocalCloud.Endpoint;

/// <summary>A world as the endpoint sees it.</summary>
internal interface ICloudFront
{
    /// <returns>Null when the caller died of this call: the connection is cut.</returns>
    Task<WireAnswer?> AnswerAsync(AwsRequest request, CancellationToken cancellation);

    /// <summary>A request to a function's URL.</summary>
    /// <param name="path">The function's name and what follows it.</param>
    Task VisitAsync(HttpContext context, string path);

    /// <summary>What a function sends to a vendor by itself.</summary>
    /// <param name="host">The vendor's.</param>
    /// <param name="path">Begins with a slash.</param>
    Task SendOutAsync(HttpContext context, string host, string path);
}
