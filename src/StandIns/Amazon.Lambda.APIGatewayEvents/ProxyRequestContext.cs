namespace Amazon.Lambda.APIGatewayEvents;

public partial class APIGatewayHttpApiV2ProxyRequest
{
    /// <summary>Who sent the request, and through what.</summary>
    public class ProxyRequestContext
    {
        public string AccountId { get; set; } = null!;

        public string ApiId { get; set; } = null!;

        public AuthorizerDescription? Authorizer { get; set; }

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

    /// <summary>What the authorizer found out.</summary>
    public class AuthorizerDescription
    {
        public JwtDescription? Jwt { get; set; }

        public IDictionary<string, object>? Lambda { get; set; }

        public IAMDescription? IAM { get; set; }

        /// <summary>A verified JSON Web Token.</summary>
        public class JwtDescription
        {
            public IDictionary<string, string>? Claims { get; set; }

            public string[]? Scopes { get; set; }
        }

        /// <summary>The IAM principal that signed the request.</summary>
        public class IAMDescription
        {
            public string? AccessKey { get; set; }

            public string? AccountId { get; set; }

            public string? CallerId { get; set; }

            public string? PrincipalOrgId { get; set; }

            public string? UserARN { get; set; }

            public string? UserId { get; set; }
        }
    }
}
