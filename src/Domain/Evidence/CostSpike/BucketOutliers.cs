using System.Globalization;
using IncidentServerless.Domain.Messages.Text;

namespace IncidentServerless.Domain.Evidence.CostSpike;

/// <summary>Buckets that grew by half or more within the week.</summary>
internal static class BucketOutliers
{
    private const double Grown = 1.5;
    private const double LeastBytes = 1e9;

    public static IEnumerable<Outlier> Of(Gathered<BucketGrowth>? buckets) =>
        (buckets?.Items ?? []).Where(bucket => bucket is not null).Select(Of).OfType<Outlier>().DistinctBy(outlier => outlier.Summary);

    private static Outlier? Of(BucketGrowth bucket)
    {
        var name = PlainText.Line(bucket.Bucket, 80);
        var sizes = (bucket.Bytes is { IsDefaultOrEmpty: false } bytes ? bytes : []).Where(size => double.IsFinite(size) && size > 0 && size < 1e21).ToArray();
        return name.Length > 0 && sizes.Length >= 2 && sizes[^1] >= sizes[0] * Grown && sizes[^1] - sizes[0] >= LeastBytes
            ? new Outlier(
                CostSpikeFindings.StorageGrowth,
                Outlier.S3,
                name,
                sizes[^1] / sizes[0],
                $"The bucket {name} grew from {Gigabytes(sizes[0])} to {Gigabytes(sizes[^1])} within the week, {CostRatio.Print(sizes[^1] / sizes[0])} times its size.",
                null)
            : null;
    }

    private static string Gigabytes(double size) => $"{(size / 1e9).ToString("#,0.#", CultureInfo.InvariantCulture)} GB";
}
