using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;
using IncidentServerless.Cli;
using IncidentServerless.Cli.Deeds;
using IncidentServerless.Domain.Responses.Webhooks;

namespace IncidentServerless.Scenarios.Tests.Deeds;

/// <summary>What <c>incident item</c> sends, as the suite's address receives it.</summary>
public sealed class DeedsClientTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task Deed_Sent_IsSignedAsTheSuiteChecks()
    {
        using var suite = new Address(200, """{ "incident": "INC-20260302-AAAAAAAA", "message": "Done.", "items": [] }""");
        using var client = new DeedsClient(suite.Url, "secret");

        var answer = await client.AskAsync(new JsonObject { ["id"] = "1", ["text"] = "Ärger" }, Now, default);

        Assert.Equal("Done.", answer["message"]!.ToString());
        var signature = RequestSignature.OfOurs(name => suite.Headers[name], "/incident/deeds-secret")!;
        Assert.True(signature.IsFresh(Now) && signature.Fits("secret", suite.Body));
        Assert.False(signature.Fits("another", suite.Body));
    }

    [Theory]
    [InlineData(409, """{ "message": "Nothing was changed." }""", "Nothing was changed.")]
    [InlineData(404, "", "answered HTTP 404: it is not the address of output DeedsUrl")]
    [InlineData(200, "<html>", "answered HTTP 200: it is not the address of output DeedsUrl")]
    public async Task Deed_Refused_SaysWhy(int status, string body, string why)
    {
        using var suite = new Address(status, body);
        using var client = new DeedsClient(suite.Url, "secret");

        Assert.Contains(why, (await Assert.ThrowsAsync<RefusedException>(() => client.AskAsync([], Now, default))).Message);
    }

    private sealed class Address : IDisposable
    {
        private readonly HttpListener listener = new();

        public Address(int status, string answer)
        {
            using (var probe = new TcpListener(IPAddress.Loopback, 0))
            {
                probe.Start();
                Url = new Uri($"http://127.0.0.1:{((IPEndPoint)probe.LocalEndpoint).Port}/deeds/");
            }

            listener.Prefixes.Add(Url.ToString());
            listener.Start();
            _ = AnswerAsync(status, answer);
        }

        public Uri Url { get; }

        public string Body { get; private set; } = "";

        public WebHeaderCollection Headers { get; private set; } = [];

        public void Dispose() => listener.Close();

        private async Task AnswerAsync(int status, string answer)
        {
            var context = await listener.GetContextAsync();
            using var reader = new StreamReader(context.Request.InputStream, Encoding.UTF8);
            Body = await reader.ReadToEndAsync();
            Headers = (WebHeaderCollection)context.Request.Headers;
            context.Response.StatusCode = status;
            await context.Response.OutputStream.WriteAsync(Encoding.UTF8.GetBytes(answer));
            context.Response.Close();
        }
    }
}
