using System.Text;
using System.Text.Json.Nodes;
using IncidentServerless.LocalCloud.Clock;
using IncidentServerless.LocalCloud.Template;
using Microsoft.AspNetCore.Http;

namespace IncidentServerless.LocalCloud.Lambda;

/// <summary>A function's URL: HTTP in, an event in API Gateway's payload format 2.0 to the function, its answer out ("Invoking Lambda function URLs").</summary>
/// <param name="open">The names of the functions whose URL anybody may call.</param>
internal sealed class FunctionUrl(LambdaService lambda, IReadOnlySet<string> open, ICloudClock clock)
{
    /// <param name="path">The function's name and what follows it.</param>
    public async Task VisitAsync(HttpContext context, string path)
    {
        var parts = path.Split('/', 2);
        if (lambda.Find(parts[0]) is not { } function)
        {
            await WriteAsync(context.Response, 404, "{\"Message\":null}");
            return;
        }
        if (!open.Contains(function.Name))
        {
            await WriteAsync(context.Response, 403, "{\"Message\":\"Forbidden. For troubleshooting Function URL authorization issues, see: https://docs.aws.amazon.com/lambda/latest/dg/urls-auth.html\"}");
            return;
        }
        using var hold = clock.Hold($"a request to the URL of {function.LogicalId}");
        var result = await lambda.InvokeAsync(function.Name, (await EventAsync(context.Request, function.Name, "/" + parts.ElementAtOrDefault(1))).Compact());
        if (result.Succeeded)
            await AnswerAsync(context.Response, result.Payload);
        else
            await WriteAsync(context.Response, 502, "Internal Server Error", "text/plain");
    }

    private async Task<JsonObject> EventAsync(HttpRequest request, string function, string path)
    {
        using var buffer = new MemoryStream();
        await request.Body.CopyToAsync(buffer);
        var text = request.ContentType is null or "" || request.ContentType.StartsWith("text/", StringComparison.Ordinal)
            || request.ContentType.Contains("json", StringComparison.Ordinal) || request.ContentType.Contains("xml", StringComparison.Ordinal);
        var now = clock.UtcNow;
        var json = new JsonObject
        {
            ["version"] = "2.0",
            ["routeKey"] = "$default",
            ["rawPath"] = path,
            ["rawQueryString"] = request.QueryString.Value?.TrimStart('?') ?? "",
            ["headers"] = new JsonObject(request.Headers.Where(header => header.Key != "Cookie").Select(header => KeyValuePair.Create(header.Key.ToLowerInvariant(), (JsonNode?)string.Join(",", header.Value!)))),
            ["requestContext"] = new JsonObject
            {
                ["accountId"] = "anonymous",
                ["apiId"] = function,
                ["domainName"] = request.Host.Value,
                ["domainPrefix"] = function,
                ["http"] = new JsonObject
                {
                    ["method"] = request.Method,
                    ["path"] = path,
                    ["protocol"] = "HTTP/1.1",
                    ["sourceIp"] = "127.0.0.1",
                    ["userAgent"] = request.Headers.UserAgent.ToString(),
                },
                ["requestId"] = Guid.NewGuid().ToString(),
                ["routeKey"] = "$default",
                ["stage"] = "$default",
                ["time"] = now.ToString("dd/MMM/yyyy:HH:mm:ss +0000", System.Globalization.CultureInfo.InvariantCulture),
                ["timeEpoch"] = now.ToUnixTimeMilliseconds(),
            },
            // Slack's and PagerDuty's signatures are over the raw body: what is not text is passed in base64.
            ["isBase64Encoded"] = !text && buffer.Length > 0,
        };
        if (request.Query.Count > 0)
            json["queryStringParameters"] = new JsonObject(request.Query.Select(pair => KeyValuePair.Create(pair.Key, (JsonNode?)string.Join(",", pair.Value!))));
        if (request.Cookies.Count > 0)
            json["cookies"] = new JsonArray([.. request.Cookies.Select(cookie => (JsonNode)$"{cookie.Key}={cookie.Value}")]);
        if (buffer.Length > 0)
            json["body"] = text ? Encoding.UTF8.GetString(buffer.ToArray()) : Convert.ToBase64String(buffer.ToArray());
        return json;
    }

    private static async Task AnswerAsync(HttpResponse response, string payload)
    {
        // An answer without a status code is the body itself.
        if (JsonText.TryParse(payload) is not JsonObject answer || answer.Number("statusCode") is not { } status)
        {
            await WriteAsync(response, 200, payload);
            return;
        }
        response.StatusCode = status;
        response.ContentType = "application/json";
        foreach (var (name, value) in answer.Object("headers"))
            response.Headers[name] = value?.ToString();
        foreach (var cookie in answer.Strings("cookies"))
            response.Headers.Append("Set-Cookie", cookie);
        var body = answer.Text("body") ?? "";
        await response.Body.WriteAsync(answer.Flag("isBase64Encoded") ? Convert.FromBase64String(body) : Encoding.UTF8.GetBytes(body));
    }

    private static Task WriteAsync(HttpResponse response, int status, string body, string contentType = "application/json")
    {
        response.StatusCode = status;
        response.ContentType = contentType;
        return response.WriteAsync(body);
    }
}
