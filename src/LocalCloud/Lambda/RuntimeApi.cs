using System.Text;
using Microsoft.AspNetCore.Http;

namespace IncidentServerless.LocalCloud.Lambda;

/// <summary>The Lambda Runtime API, 2018-06-01: how a function's process takes events and answers them.</summary>
internal sealed class RuntimeApi(LambdaHost host)
{
    /// <param name="path">What follows <c>/_runtime/</c>: the process's id, then the API's own path.</param>
    public async Task HandleAsync(HttpContext context, string path)
    {
        var parts = path.Split('/', 2);
        if (host.Find(parts[0]) is not { } process)
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return;
        }
        var segments = parts.ElementAtOrDefault(1)?.Split('/') ?? [];
        switch (segments)
        {
            case ["2018-06-01", "runtime", "invocation", "next"]:
                await NextAsync(context, process);
                break;
            case ["2018-06-01", "runtime", "invocation", var requestId, "response"]:
                await AnswerAsync(context, process, InvocationResult.Success(requestId, await BodyAsync(context)));
                break;
            case ["2018-06-01", "runtime", "invocation", var requestId, "error"]:
                await AnswerAsync(context, process, InvocationResult.Failure(requestId, await BodyAsync(context)));
                break;
            case ["2018-06-01", "runtime", "init", "error"]:
                await InitErrorAsync(context, process);
                break;
            default:
                context.Response.StatusCode = StatusCodes.Status404NotFound;
                break;
        }
    }

    private static async Task NextAsync(HttpContext context, FunctionProcess process)
    {
        var invocation = await process.NextAsync(context.RequestAborted);
        var headers = context.Response.Headers;
        headers["Lambda-Runtime-Aws-Request-Id"] = invocation.RequestId;
        headers["Lambda-Runtime-Deadline-Ms"] = invocation.Deadline.ToUnixTimeMilliseconds().ToString();
        headers["Lambda-Runtime-Invoked-Function-Arn"] = invocation.Function.Arn;
        headers["Lambda-Runtime-Trace-Id"] = $"Root=1-{invocation.RequestId[..8]}-{invocation.RequestId.Replace("-", "")[8..]};Parent=0000000000000000;Sampled=0";
        context.Response.ContentType = "application/json";
        var body = Encoding.UTF8.GetBytes(invocation.Payload);
        context.Response.ContentLength = body.Length;
        await context.Response.Body.WriteAsync(body, context.RequestAborted);
    }

    private static async Task AnswerAsync(HttpContext context, FunctionProcess process, InvocationResult result)
    {
        var invocation = process.Current;
        var known = invocation?.RequestId == result.RequestId;
        context.Response.StatusCode = known ? StatusCodes.Status202Accepted : StatusCodes.Status400BadRequest;
        context.Response.ContentType = "application/json";
        await context.Response.WriteAsync(known ? "{\"status\":\"OK\"}" : "{\"errorMessage\":\"Invalid request ID\",\"errorType\":\"InvalidRequestID\"}");
        await context.Response.CompleteAsync();
        if (known)
            invocation!.Completion.TrySetResult(result);
    }

    private static async Task InitErrorAsync(HttpContext context, FunctionProcess process)
    {
        var body = await BodyAsync(context);
        context.Response.StatusCode = StatusCodes.Status202Accepted;
        await context.Response.CompleteAsync();
        await process.FailInitializationAsync(body);
    }

    private static async Task<string> BodyAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body, Encoding.UTF8);
        return await reader.ReadToEndAsync(context.RequestAborted);
    }
}
