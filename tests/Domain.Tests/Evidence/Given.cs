using IncidentServerless.Domain.Runbooks;

namespace IncidentServerless.Domain.Tests.Evidence;

internal static class Given
{
    public static readonly DateTimeOffset Now = new(2026, 3, 9, 9, 0, 0, TimeSpan.Zero);

    public static readonly GuardrailNames Guardrails = new("tenant-quotas", "tenant", "requestsPerHour", "Platform", "Requests", "Tenant");

    public static RunbookContext Context { get; } = new()
    {
        Runbook = RunbookNames.CostSpike,
        IncidentId = "I1",
        Generation = 1,
        DryRun = false,
        Superseded = false,
        Account = "111122223333",
        Region = "eu-central-1",
        Partition = "aws",
        Times = Lookback.From(Now),
        Title = "Budget prod-monthly is exceeded",
        OccurredAt = Now,
    };
}
