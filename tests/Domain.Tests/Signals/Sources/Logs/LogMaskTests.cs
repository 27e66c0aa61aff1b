using CsCheck;
using IncidentServerless.Domain.Signals.Sources.Logs;

namespace IncidentServerless.Domain.Tests.Signals.Sources.Logs;

public class LogMaskTests
{
    [Theory]
    [InlineData("login of ana.lima+test@example.co.uk failed", "login of [email] failed")]
    [InlineData("GET /reset?user=ana%40example.com", "GET /reset?user=[email]")]
    [InlineData("Authorization: Basic dXNlcjpwYXNz and more", "Authorization: [secret]")]
    [InlineData("""{"Authorization":"Bearer abc","Host":"x"}""", """{"Authorization":"[secret]","Host":"x"}""")]
    [InlineData("""{\"authorization\":\"Bearer abc\",\"host\":\"x\"}""", """{\"authorization\":\"[secret]\",\"host\":\"x\"}""")]
    [InlineData("got bearer abcdef123 from", "got bearer [secret] from")]
    [InlineData("basic authentication failed", "basic authentication failed")]
    [InlineData("Set-Cookie: sid=abc; Path=/", "Set-Cookie: [secret]")]
    [InlineData("cookies: ['a=b; c=d'] host=x", "cookies: ['[secret]'] host=x")]
    [InlineData("password=hunter2 user=ana", "password=[secret] user=ana")]
    [InlineData("""{"password":"hun\"ter2","user":"ana"}""", """{"password":"[secret]","user":"ana"}""")]
    [InlineData("""{\"db_password\":\"a\\\"b\",\"user\":\"ana\"}""", """{\"db_password\":\"[secret]\",\"user\":\"ana\"}""")]
    [InlineData("'new_password': 'hunter 2', 'user': 'ana'", "'new_password': '[secret]', 'user': 'ana'")]
    [InlineData("--client-secret hunter2 --user ana", "--client-secret [secret] --user ana")]
    [InlineData("<Password>hunter2</Password>", "<Password>[secret]</Password>")]
    [InlineData("postgres://app:hunter2@db.internal:5432/x", "postgres://[secret]@db.internal:5432/x")]
    [InlineData("AccessKeyId AKIAIOSFODNN7EXAMPLE is inactive", "AccessKeyId [secret] is inactive")]
    [InlineData("key wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY is", "key [secret] is")]
    [InlineData("jwt eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.abc_-9 expired", "jwt [secret] expired")]
    [InlineData("paid with 4111 1111 1111 1111.", "paid with [card].")]
    [InlineData("order 42 4111-1111-1111-1111", "order [card]")]
    [InlineData("order 1234567890123456", "order 1234567890123456")]
    [InlineData("call +49 170 1234567 or (555) 123-4567", "call [phone] or [phone]")]
    [InlineData("from 198.51.100.23 at 2026-03-02T09:00:00.123Z", "from 198.51.100.23 at 2026-03-02T09:00:00.123Z")]
    [InlineData("request 7f8a2c1e-0b1d-4c5e-9a7b-1234567890ab failed", "request 7f8a2c1e-0b1d-4c5e-9a7b-1234567890ab failed")]
    public void Of_Line_ShowsNoSecretAndKeepsTheRest(string line, string expected) => Assert.Equal(expected, LogMask.Of(line));

    [Fact]
    public void Of_PrivateKey_IsGone() =>
        Assert.Equal("read [secret] done", LogMask.Of("read -----BEGIN RSA PRIVATE KEY-----\nMIIE\nabc=\n-----END RSA PRIVATE KEY----- done"));

    [Fact]
    public void Of_LineThatIsTooLong_IsCutBetweenWords()
    {
        var line = string.Concat(Enumerable.Repeat("word ", 1_599)) + "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.abc";

        Assert.DoesNotContain("eyJ", LogMask.Of(line));
        Assert.Equal("", LogMask.Of(new string('a', 1_000_000)));
    }

    // Quadratic is bearable in a line of bounded length, cubic is not: the test would not end.
    [Fact]
    public void Of_LineMadeUpToCostMuch_Ends() =>
        Assert.All(
            (string[])["password", "password=", "--token", "token[ ", "token - ", "authorization", "cookie\"", "-", "<", "<password", "a@", "a.", "a@a.", "%40", "1 ", "1-", "+1", "\\\"", "a://", "eyJ", "Ab1", "bearer ", "-----BEGIN ", " "],
            piece => Assert.NotNull(LogMask.Of($"{string.Concat(Enumerable.Repeat(piece, 7_900 / piece.Length))} end")));

    [Fact]
    public void Of_PlantedSecret_NeverShowsIt() =>
        Gen.Select(Secrets.Around, Secrets.Planted, Secrets.Around).Sample(
            (before, planted, after) => Assert.DoesNotContain(planted.Secret, LogMask.Of($"{before} {planted.Text} {after}")),
            iter: 5_000);
}
