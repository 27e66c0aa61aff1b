using IncidentServerless.Domain.Runbooks;

namespace IncidentServerless.Domain.Tests.Evidence;

/// <summary>What a runbook is told of its incident, where a test says nothing else.</summary>
internal static class RunbookContextSample
{
    public static DateTimeOffset Now { get; } = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    public static RunbookContext Of(string runbook) => Given.Context with
    {
        Runbook = runbook,
        IncidentId = "INC-20260302-ABCDEFGH",
        Times = Lookback.From(Now),
        OccurredAt = Now.AddMinutes(-5),
    };
}
