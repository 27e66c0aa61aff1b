namespace IncidentServerless.Domain.Evidence.CostSpike;

/// <summary>Usage that is far from usual.</summary>
/// <param name="Finding">One of <see cref="CostSpikeFindings"/>.</param>
/// <param name="Service">As Cost Explorer names what it costs; null when it may cost anywhere.</param>
/// <param name="Name">What stands out, clean.</param>
/// <param name="Ratio">How many times its usual; very large when it was not there before.</param>
/// <param name="Summary">A sentence with the numbers.</param>
/// <param name="Action">What should be done; null when that is for people.</param>
internal sealed record Outlier(string Finding, string? Service, string Name, double Ratio, string Summary, ProposedAction? Action)
{
    public const string Lambda = "AWS Lambda";
    public const string Redshift = "Amazon Redshift";
    public const string S3 = "Amazon Simple Storage Service";

    /// <summary>For what did not exist before.</summary>
    public const double New = 1e6;
}
