namespace IncidentServerless.Domain.Policy;

/// <summary>Which applications' logs are looked at (runbook 2).</summary>
/// <param name="Groups">Names of log groups of the account and region, each once. May be empty: none is.</param>
/// <param name="Pattern">What CloudWatch Logs passes on, in its own filter syntax; 1 to 1,024 characters on one line. Most lines should stay behind: each delivery costs an invocation.</param>
public sealed record LogsPolicy(IReadOnlyList<string> Groups, string Pattern)
{
    /// <summary>The suite's own groups begin so. They are refused, else an error of the suite's would be a signal that makes another.</summary>
    public const string SuiteGroupPrefix = "/aws/lambda/IncidentServerless-";

    /// <summary>The usual words of errors and of failed authentications. What passes is judged line by line, so that it may be generous.</summary>
    public const string DefaultPattern =
        """?ERROR ?Error ?error ?FATAL ?CRITICAL ?Exception ?USER_AUTH_FAIL ?AccessDenied ?NotAuthorized ?Unauthorized ?unauthorized ?Forbidden ?failed ?denied ?"invalid password" ?401 ?403""";

    public static LogsPolicy Default { get; } = new([], DefaultPattern);
}
