using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

namespace IncidentServerless.LocalCloud.Tests.ToyFunction;

/// <summary>
/// A Lambda function for tests, written straight on the Runtime API. Each message (or the event itself) says what to do:
/// <c>echo</c>, <c>fail</c> (a batch item), <c>throw</c>, <c>exit</c>, <c>hang</c>, <c>times</c>, <c>pid</c>, <c>env</c>, <c>call</c>.
/// </summary>
public static class Program
{
    private static readonly HttpClient Http = new() { Timeout = Timeout.InfiniteTimeSpan };

    public static async Task Main()
    {
        var api = $"http://{Environment.GetEnvironmentVariable("AWS_LAMBDA_RUNTIME_API")}/2018-06-01/runtime/";
        switch (Environment.GetEnvironmentVariable("FAILS_TO_START"))
        {
            case "silently":
                Environment.Exit(7);
                break;
            case { } reason:
                Console.WriteLine("cannot start");
                await Http.PostAsync(api + "init/error", new StringContent(new JsonObject { ["errorType"] = "BadStart", ["errorMessage"] = reason }.ToJsonString()));
                Environment.Exit(1);
                break;
        }
        while (true)
        {
            using var next = await Http.GetAsync(api + "invocation/next");
            var requestId = next.Headers.GetValues("Lambda-Runtime-Aws-Request-Id").Single();
            var deadline = long.Parse(next.Headers.GetValues("Lambda-Runtime-Deadline-Ms").Single());
            var payload = await next.Content.ReadAsStringAsync();
            var (path, body) = await HandleAsync(payload, deadline);
            await Http.PostAsync($"{api}invocation/{requestId}/{path}", new StringContent(body, Encoding.UTF8, "application/json"));
        }
    }

    private static async Task<(string Path, string Body)> HandleAsync(string payload, long deadline)
    {
        try
        {
            var input = JsonNode.Parse(payload)!;
            return ("response", input["Records"] is JsonArray records ? await BatchAsync(records) : (await DoAsync(input, deadline))?.ToJsonString() ?? "null");
        }
        catch (InvalidOperationException failure)
        {
            return ("error", new JsonObject { ["errorType"] = "Toy", ["errorMessage"] = failure.Message }.ToJsonString());
        }
    }

    private static async Task<string> BatchAsync(JsonArray records)
    {
        Console.WriteLine($"batch of {records.Count}");
        var failures = new JsonArray();
        foreach (var record in records)
        {
            var body = (string)record!["body"]!;
            if (body == "malformed answer")
                return "{\"batchItemFailures\":[{\"itemIdentifier\":\"\"}]}";
            if (body.StartsWith("fail", StringComparison.Ordinal))
                failures.Add((JsonNode)new JsonObject { ["itemIdentifier"] = (string)record["messageId"]! });
            else if (body.StartsWith('{'))
                await DoAsync(JsonNode.Parse(body)!, 0);
        }
        return new JsonObject { ["batchItemFailures"] = failures }.ToJsonString();
    }

    private static async Task<JsonNode?> DoAsync(JsonNode input, long deadline)
    {
        switch ((string?)input["do"])
        {
            case "throw":
                throw new InvalidOperationException("as asked");
            case "exit":
                Environment.Exit((int)input["code"]!);
                return null;
            case "hang":
                await Task.Delay(Timeout.Infinite);
                return null;
            case "deadline":
                return deadline;
            case "pid":
                return Environment.ProcessId;
            case "env":
                return Environment.GetEnvironmentVariable((string)input["name"]!);
            case "log":
                Console.WriteLine((string)input["line"]!);
                return null;
            case "call":
                return await CallAsync((string)input["service"]!, (string)input["target"]!, input["input"]!.ToJsonString());
            case "form":
                return await FormAsync((string)input["service"]!, (string)input["form"]!);
            case "calls":
                var answers = new JsonArray();
                foreach (var call in (JsonArray)input["calls"]!)
                    answers.Add(await CallAsync((string)call!["service"]!, (string)call["target"]!, call["input"]!.ToJsonString()));
                return answers;
            default:
                return input.DeepClone();
        }
    }

    private static async Task<JsonNode?> FormAsync(string service, string form)
    {
        using var request = Request(service, new StringContent(form, Encoding.UTF8, "application/x-www-form-urlencoded"));
        using var answer = await Http.SendAsync(request);
        return new JsonObject { ["status"] = (int)answer.StatusCode, ["body"] = await answer.Content.ReadAsStringAsync() };
    }

    private static HttpRequestMessage Request(string service, HttpContent content)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, Environment.GetEnvironmentVariable("AWS_ENDPOINT_URL")) { Content = content };
        var key = Environment.GetEnvironmentVariable("AWS_ACCESS_KEY_ID");
        request.Headers.TryAddWithoutValidation("Authorization", $"AWS4-HMAC-SHA256 Credential={key}/20260101/eu-west-1/{service}/aws4_request, SignedHeaders=host, Signature=0");
        return request;
    }

    private static async Task<JsonNode?> CallAsync(string service, string target, string body)
    {
        using var request = Request(service, new StringContent(body));
        request.Content!.Headers.ContentType = new MediaTypeHeaderValue("application/x-amz-json-1.0");
        request.Headers.TryAddWithoutValidation("X-Amz-Target", target);
        using var answer = await Http.SendAsync(request);
        return new JsonObject { ["status"] = (int)answer.StatusCode, ["body"] = JsonNode.Parse(await answer.Content.ReadAsStringAsync()) };
    }
}
