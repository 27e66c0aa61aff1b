using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace IncidentServerless.Scenarios.Tests.Binary;

/// <summary>Lambda's Runtime API with a single event to hand out.</summary>
internal sealed class OneEvent : IAsyncDisposable
{
    private readonly HttpListener api = new();
    private readonly string payload;
    private readonly string address;
    private Process? function;

    public OneEvent(string payload)
    {
        this.payload = payload;
        using (var free = new TcpListener(IPAddress.Loopback, 0))
        {
            free.Start();
            address = $"127.0.0.1:{((IPEndPoint)free.LocalEndpoint).Port}";
        }

        api.Prefixes.Add($"http://{address}/");
        api.Start();
    }

    /// <summary>Starts the function and waits for what it posts: its answer, or its error.</summary>
    public async Task<string> HandAsync(string binary, string handler, Dictionary<string, string> environment)
    {
        var start = new ProcessStartInfo(binary) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment.Clear();
        foreach (var (name, value) in environment.Concat(Settings(handler)))
        {
            start.Environment[name] = value;
        }

        function = Process.Start(start)!;
        function.BeginOutputReadLine();
        function.BeginErrorReadLine();
        for (var handed = false; ;)
        {
            var context = await api.GetContextAsync().WaitAsync(TimeSpan.FromSeconds(60));
            if (context.Request.HttpMethod == "POST")
            {
                using var reader = new StreamReader(context.Request.InputStream);
                return await reader.ReadToEndAsync();
            }

            Assert.False(handed, "The function asked for a second event before it answered the first.");
            handed = true;
            context.Response.Headers["Lambda-Runtime-Aws-Request-Id"] = "one";
            context.Response.Headers["Lambda-Runtime-Deadline-Ms"] = DateTimeOffset.UtcNow.AddSeconds(30).ToUnixTimeMilliseconds().ToString(System.Globalization.CultureInfo.InvariantCulture);
            context.Response.Headers["Lambda-Runtime-Invoked-Function-Arn"] = $"arn:aws:lambda:eu-west-1:111122223333:function:{handler}";
            await context.Response.OutputStream.WriteAsync(System.Text.Encoding.UTF8.GetBytes(payload));
            context.Response.Close();
        }
    }

    public async ValueTask DisposeAsync()
    {
        function?.Kill();
        await (function?.WaitForExitAsync() ?? Task.CompletedTask);
        function?.Dispose();
        api.Close();
    }

    private Dictionary<string, string> Settings(string handler) => new()
    {
        ["ANNOTATIONS_HANDLER"] = handler,
        ["AWS_LAMBDA_RUNTIME_API"] = address,
        ["AWS_REGION"] = "eu-west-1",
        ["AWS_ACCESS_KEY_ID"] = "somebody",
        ["AWS_SECRET_ACCESS_KEY"] = "something",
        ["INCIDENT_TABLE"] = "incidents",
        ["FUNCTION_TIMEOUT_SECONDS"] = "30",
        ["LIFECYCLE_STATE_MACHINE_ARN"] = "arn:aws:states:eu-west-1:111122223333:stateMachine:incident-lifecycle",
        ["PAGE_TOPIC_ARN"] = "arn:aws:sns:eu-west-1:111122223333:pages",
        ["LINK_KEY_ARN"] = "arn:aws:kms:eu-west-1:111122223333:key/links",
        ["RESPOND_URL"] = "https://respond.lambda-url.eu-west-1.on.aws/",
    };
}
