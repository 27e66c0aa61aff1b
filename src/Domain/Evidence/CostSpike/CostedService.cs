namespace IncidentServerless.Domain.Evidence.CostSpike;

/// <summary>A service by the name that bills give it, and by the one that people do.</summary>
internal sealed record CostedService(string Billed, string Short)
{
    public static CostedService Lambda { get; } = new("AWS Lambda", "Lambda");

    public static CostedService Redshift { get; } = new("Amazon Redshift", "Redshift");

    public static CostedService Storage { get; } = new("Amazon Simple Storage Service", "S3");

    public bool IsNamed(string name) => name.Equals(Billed, StringComparison.OrdinalIgnoreCase) || name.Equals(Short, StringComparison.OrdinalIgnoreCase);
}
