using System.Text.RegularExpressions;
using IncidentServerless.Domain.Messages.Text;
using IncidentServerless.Domain.Signals.Envelopes;

namespace IncidentServerless.Domain.Evidence.CostSpike;

/// <summary>One statement that runs.</summary>
/// <param name="Since">Null when nobody says it readably.</param>
/// <param name="Sql">On one line, whole.</param>
internal sealed partial record StatementRun(string? Id, string? Name, string? Cluster, string? Workgroup, DateTimeOffset? Since, string Sql)
{
    /// <summary>Each statement once; of several with one id the one that began first.</summary>
    public static IEnumerable<StatementRun> Of(Gathered<RunningStatement>? statements) =>
        statements.Told()
            .Select(told => new StatementRun(Given(told.Id), Given(told.Name), Given(told.Cluster), Given(told.Workgroup), EventTime.First(told.StartedAt), PlainText.Line(told.Text, int.MaxValue)))
            .Distinct()
            .OrderBy(run => run.Since ?? DateTimeOffset.MaxValue)
            .ThenBy(run => run.Id, StringComparer.Ordinal).ThenBy(run => run.Name, StringComparer.Ordinal)
            .ThenBy(run => run.Cluster, StringComparer.Ordinal).ThenBy(run => run.Workgroup, StringComparer.Ordinal).ThenBy(run => run.Sql, StringComparer.Ordinal)
            .DistinctBy(run => run.Id ?? (object)run);

    /// <summary>Whether it writes nothing, as far as its words tell. Doubtful ones do.</summary>
    public bool IsRead => Reading().IsMatch(Sql) && !Writing().IsMatch(Sql);

    /// <summary>As sentences name it: <c>statement nightly-load on cluster dwh</c>.</summary>
    public string Title => (Called.Length > 0 ? $"statement {Called}" : "statement without a name") + Place;

    private string Called => PlainName.Of(Name) is { Length: > 0 } name ? name : PlainName.Of(Id);

    private string Place => Cluster is not null ? $" on cluster {PlainName.Of(Cluster)}" : Workgroup is not null ? $" in workgroup {PlainName.Of(Workgroup)}" : "";

    private static string? Given(string? text) => PlainName.Of(text).Length > 0 ? text : null;

    [GeneratedRegex(@"^(SELECT|WITH)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Reading();

    [GeneratedRegex(@"\b(INSERT|UPDATE|DELETE|MERGE|CREATE|DROP|ALTER|UNLOAD|COPY|CALL|INTO)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Writing();
}
