namespace IncidentServerless.Domain.Evidence.CostSpike;

/// <summary>Buckets that grew much within the week.</summary>
internal static class StorageGrowth
{
    private const double Times = 1.5;

    // Less costs next to nothing, and small buckets grow by half every day.
    private const double LeastBytes = 1e9;

    public static IEnumerable<Outlier> In(Gathered<BucketGrowth>? buckets) =>
        from told in buckets.Told()
        where PlainName.Of(told.Bucket).Length > 0
        let days = Readable(told)
        where days.Count > 0
        group new Row(told.StorageType, days[0], days[^1]) by told.Bucket into bucket
        let types = OnePerType(bucket)
        let before = types.Sum(row => row.First)
        let now = types.Sum(row => row.Last)
        where before > 0 && now >= Times * before && now - before >= LeastBytes
        select new Outlier
        {
            Finding = CostSpikeFindings.StorageGrowth,
            Service = CostedService.Storage,
            Ratio = now / before,
            Summary = $"The bucket {PlainName.Of(bucket.Key)} grew from {Numerals.Bytes(before)} to {Numerals.Bytes(now)} within the week, to {Numerals.Ratio(now / before)} times its size.",
        };

    // Types are added up, since what moves to another storage class is no growth. Of one that is told twice the larger counts.
    private static List<Row> OnePerType(IEnumerable<Row> rows) =>
    [
        .. rows.GroupBy(row => row.Type, (_, same) => same.OrderByDescending(row => row.Last).ThenByDescending(row => row.First).First())
            .OrderBy(row => row.Type, StringComparer.Ordinal),
    ];

    private static List<double> Readable(BucketGrowth told) => [.. (told.Bytes ?? []).Where(Series.IsReadable)];

    private sealed record Row(string? Type, double First, double Last);
}
