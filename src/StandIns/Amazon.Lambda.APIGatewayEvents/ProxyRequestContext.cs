namespace Amazon.Lambda.APIGatewayEvents;

public partial class APIGatewayHttpApiV2ProxyRequest
{
    /// <summary>Through what the request came. The suite's URLs have no authorizer, so that what one would say is left out.</summary>
    public class ProxyRequestContext
    {
        public string AccountId { get; set; } = null!;

        public string ApiId { get; set; } = null!;

        public string DomainName { get; set; } = null!;

        public string DomainPrefix { get; set; } = null!;

        public HttpDescription Http { get; set; } = null!;

        public string RequestId { get; set; } = null!;

        public string? RouteId { get; set; }

        public string RouteKey { get; set; } = null!;

        public string Stage { get; set; } = null!;

        /// <summary>As in <c>12/Mar/2026:19:03:58 +0000</c>.</summary>
        public string Time { get; set; } = null!;

        /// <summary>Milliseconds since 1970.</summary>
        public long TimeEpoch { get; set; }
    }

    /// <summary>The request line and its sender.</summary>
    public class HttpDescription
    {
        public string Method { get; set; } = null!;

        public string Path { get; set; } = null!;

        public string Protocol { get; set; } = null!;

        public string SourceIp { get; set; } = null!;

        public string UserAgent { get; set; } = null!;
    }
}
