using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace IncidentServerless.Scenarios.Tests.Binary;

/// <summary>An AWS service that knows no resource, behind TLS with a certificate of its own.</summary>
internal sealed class TlsEndpoint : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly TemporaryFolder folder = new();
    private readonly TaskCompletionSource<string> target = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly CancellationTokenSource stop = new();
    private readonly X509Certificate2 certificate;
    private Task serving = Task.CompletedTask;

    private TlsEndpoint(X509Certificate2 certificate) => this.certificate = certificate;

    public string Url => $"https://localhost:{((IPEndPoint)listener.LocalEndpoint).Port}";

    /// <summary>What a client must trust, as PEM.</summary>
    public string CertificateFile => Path.Combine(folder.Path, "authority.pem");

    /// <param name="name">Whose certificate it shows; it is reached as localhost.</param>
    public static async Task<TlsEndpoint> StartAsync(string name = "localhost")
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName(name);
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: true, false, 0, critical: true));
        var now = DateTimeOffset.UtcNow;
        var endpoint = new TlsEndpoint(request.CreateSelfSigned(now.AddDays(-1), now.AddDays(1)));
        await File.WriteAllTextAsync(endpoint.CertificateFile, endpoint.certificate.ExportCertificatePem());
        endpoint.listener.Start();
        endpoint.serving = endpoint.ServeAsync();
        return endpoint;
    }

    /// <summary>Whether anything was asked for.</summary>
    public bool WasTold => target.Task.IsCompletedSuccessfully;

    /// <summary>The operation that was asked for first.</summary>
    public Task<string> FirstTargetAsync() => target.Task.WaitAsync(TimeSpan.FromSeconds(30));

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        listener.Stop();
        await serving;
        certificate.Dispose();
        folder.Dispose();
        stop.Dispose();
    }

    private async Task ServeAsync()
    {
        while (!stop.IsCancellationRequested)
        {
            try
            {
                using var client = await listener.AcceptTcpClientAsync(stop.Token);
                await using var stream = new SslStream(client.GetStream());
                await stream.AuthenticateAsServerAsync(certificate);
                using var reader = new StreamReader(stream, leaveOpen: true);
                while (await reader.ReadLineAsync(stop.Token) is { Length: > 0 } line)
                {
                    if (line.StartsWith("X-Amz-Target: ", StringComparison.OrdinalIgnoreCase))
                    {
                        target.TrySetResult(line["X-Amz-Target: ".Length..]);
                    }
                }

                const string Body = """{"__type":"com.amazonaws.dynamodb.v20120810#ResourceNotFoundException","message":"Requested resource not found"}""";
                await stream.WriteAsync(System.Text.Encoding.ASCII.GetBytes(
                    $"HTTP/1.1 400 Bad Request\r\nContent-Type: application/x-amz-json-1.0\r\nContent-Length: {Body.Length}\r\nConnection: close\r\n\r\n{Body}"));
            }
            catch (Exception fault) when (fault is OperationCanceledException or ObjectDisposedException or SocketException)
            {
                return;
            }
            catch (Exception fault) when (fault is IOException or System.Security.Authentication.AuthenticationException)
            {
                target.TrySetException(fault);
            }
        }
    }
}
