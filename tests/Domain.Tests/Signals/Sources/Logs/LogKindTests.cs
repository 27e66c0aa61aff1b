using IncidentServerless.Domain.Signals;

namespace IncidentServerless.Domain.Tests.Signals.Sources.Logs;

public class LogKindTests
{
    [Theory]
    [InlineData("ERROR cannot reach the database")]
    [InlineData("2026-03-02 09:00:00 FATAL out of disk")]
    [InlineData("level=error msg=\"no route\"")]
    [InlineData("fail: Orders.Worker[0] no route")]
    [InlineData("[error] upstream closed")]
    [InlineData("Task timed out after 3.00 seconds")]
    [InlineData("Unhandled rejection of a promise")]
    [InlineData("java.lang.IllegalStateException: closed")]
    [InlineData("Traceback (most recent call last):\n  File \"a.py\"\nValueError: bad")]
    [InlineData("""{"level":"error","msg":"no route"}""")]
    [InlineData("""{"level":50,"msg":"no route"}""")]
    [InlineData("""{"@l":"Fatal","@m":"no route"}""")]
    [InlineData("""{"level":"ERROR","message":{"errorType":"Error","errorMessage":"no route"}}""")]
    public void Classify_Failure_IsAnError(string line) => Assert.Equal("error", KindOf(line));

    [Theory]
    [InlineData("USER_AUTH_FAIL user=ana")]
    [InlineData("INFO failed auth attempt of ana")]
    [InlineData("WARN login failed for ana")]
    [InlineData("Failed login attempt from 198.51.100.23")]
    [InlineData("authentication failure; logname= uid=0")]
    [InlineData("ERROR AccessDeniedException: User is not authorized to perform s3:GetObject")]
    [InlineData("NotAuthorizedException: Incorrect username or password.")]
    [InlineData("invalid password for ana")]
    [InlineData("token has expired")]
    [InlineData("Permission denied (publickey)")]
    [InlineData("ERROR upstream said 403")]
    [InlineData("response 401 Unauthorized")]
    [InlineData("""198.51.100.23 - - [02/Mar/2026:09:00:00 +0000] "POST /login HTTP/1.1" 401 12""")]
    [InlineData("""{"level":"info","status":401,"path":"/login"}""")]
    [InlineData("""{"level":"warn","event":"USER_AUTH_FAIL","ip":"198.51.100.23"}""")]
    [InlineData("""{"level":"error","error":{"name":"AccessDenied","message":"no"}}""")]
    public void Classify_Refusal_IsAFailedAuthentication(string line) => Assert.Equal("authentication-failure", KindOf(line));

    [Theory]
    [InlineData("INFO started in 403 ms")]
    [InlineData("INFO processed 401 orders, 0 errors")]
    [InlineData("INFO retried after an error")]
    [InlineData("DEBUG login failed for ana")]
    [InlineData("login of ana succeeded")]
    [InlineData("Successful authentication of ana")]
    [InlineData("WARN disk is filling")]
    [InlineData("finished with no errors, failures=0, error=null")]
    [InlineData("""{"level":"info","message":"error budget is fine"}""")]
    [InlineData("""{"level":"info","status":200,"message":"ok"}""")]
    [InlineData("START RequestId: 7f8a2c1e-0b1d-4c5e-9a7b-1234567890ab Version: $LATEST")]
    [InlineData("order 4711 shipped")]
    [InlineData("")]
    [InlineData("{}")]
    public void Classify_AnythingElse_IsNoSignal(string line) => Assert.Null(KindOf(line));

    private static string? KindOf(string line) => Payloads.Signals(line) is [var signal, ..] && DedupKey.TryParse(signal.DedupKey, out var key) ? key.Part!.Split('/')[0] : null;
}
