using CsCheck;
using IncidentServerless.Domain.Signals.Sources.Logs;

namespace IncidentServerless.Domain.Tests.Signals.Sources.Logs;

public class LogPatternTests
{
    private static readonly Gen<string> Value = Gen.OneOf(
        Gen.Int[0, int.MaxValue].Select(number => $"{number}"),
        Gen.Guid.Select(id => $"{id}"),
        Gen.Char["0123456789abcdef"].Array[8, 40].Select(hex => new string(hex)).Where(hex => hex.Any(char.IsAsciiDigit)),
        Gen.Byte.Array[4, 4].Select(bytes => string.Join('.', bytes)),
        Gen.Int[0, int.MaxValue].Select(seconds => DateTimeOffset.FromUnixTimeSeconds(seconds).ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", null)),
        Gen.Char["abcdefghij"].Array[1, 9].Select(word => $"\"{new string(word)}\""),
        Gen.Const("ord-7"),
        Gen.Const("http-nio-8080-exec-3"),
        Gen.Const("2001:db8::1"),
        Gen.Const("1,234.5"));

    [Theory]
    [InlineData("2026-03-02T09:00:00.123Z ERROR [http-nio-8080-exec-3] c.e.Ingest - Ingestion run 4711 failed: HTTP 503", "c.e.Ingest - Ingestion run … failed: HTTP …")]
    [InlineData("[2026-03-02 09:00:00,123] ERROR in app: division by zero", "in app: division by zero")]
    [InlineData("USER_AUTH_FAIL user=ana ip=198.51.100.23", "USER_AUTH_FAIL user=… ip=…")]
    [InlineData("Invalid password for user ana from 198.51.100.23:4711", "Invalid password for user … from …")]
    [InlineData("user not found", "user not found")]
    [InlineData("""198.51.100.23 - - [02/Mar/2026:09:00:00 +0000] "POST /login?n=1 HTTP/1.1" 401 12""", "POST …")]
    [InlineData("Can't read 'orders.csv' of bucket exports-eu: it isn't there", "Can't read … of bucket …: it isn't there")]
    [InlineData("AccessDenied: not allowed to read S3 object", "AccessDenied: not allowed to read S3 object")]
    [InlineData("Task timed out after 3.00 seconds", "Task timed out after … seconds")]
    [InlineData("login of [email] failed", "login of … failed")]
    [InlineData("4711", "…")]
    [InlineData("", "…")]
    public void Of_Line_KeepsWordsAndDropsValues(string line, string expected) => Assert.Equal(expected, LogPattern.Of(line).Text);

    [Theory]
    [InlineData("Order {0} failed after {1} ms")]
    [InlineData("USER_AUTH_FAIL user={0} ip={1}")]
    [InlineData("cannot reach {0}: {1}")]
    [InlineData("{0} ERROR request {1} was refused")]
    [InlineData("failed [{0}, {1}] twice")]
    [InlineData("Invalid password for user {0} (from {1})")]
    public void Fingerprint_OfTheSameLineWithOtherValues_IsTheSame(string template) =>
        Gen.Select(Value, Value, Value, Value).Sample(
            (first, second, third, fourth) => Assert.Equal(
                LogPattern.Of(string.Format(null, template, first, second)).Text,
                LogPattern.Of(string.Format(null, template, third, fourth)).Text),
            iter: 1_000);

    [Fact]
    public void Fingerprint_OfAnyLine_IsStableAndItsPatternOneBoundedLine() =>
        Gen.String[0, 400].Sample(
            line =>
            {
                var pattern = LogPattern.Of(line);

                Assert.InRange(pattern.Text.Length, 1, 160);
                Assert.DoesNotContain(pattern.Text, char.IsControl);
                Assert.Equal(pattern.Fingerprint, LogPattern.Of(line).Fingerprint);
                Assert.Matches("^[0-9a-f]{12}$", pattern.Fingerprint);
            },
            iter: 3_000);

    [Fact]
    public void Fingerprint_AcrossVersions_IsTheOneThatKeysHold() => 
        Assert.Equal("e74f0cf0e4eb", LogPattern.Of("USER_AUTH_FAIL user=ana ip=198.51.100.23").Fingerprint);
}
