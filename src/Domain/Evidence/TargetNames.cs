using System.Text.RegularExpressions;

namespace IncidentServerless.Domain.Evidence;

/// <summary>Names from outside that may become part of an ARN. Any other could name something else than it seems to.</summary>
internal static partial class TargetNames
{
    /// <summary>A function, cluster, workgroup or table.</summary>
    public static bool IsName(string? name) => name is not null && Name().IsMatch(name);

    public static bool IsStatementId(string? id) => id is not null && StatementId().IsMatch(id);

    [GeneratedRegex(@"^[A-Za-z0-9_.-]{1,255}\z")]
    private static partial Regex Name();

    // A part of a batch has a colon and its number at the end.
    [GeneratedRegex(@"^[A-Za-z0-9_-]{1,100}(:[0-9]{1,4})?\z")]
    private static partial Regex StatementId();
}
