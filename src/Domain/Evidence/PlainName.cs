using IncidentServerless.Domain.Messages.Text;

namespace IncidentServerless.Domain.Evidence;

/// <summary>Names from outside as sentences show them.</summary>
internal static class PlainName
{
    /// <summary>One clean line, cut at 80 characters; may be empty.</summary>
    public static string Of(string? name) => PlainText.Line(name, Limits.Name);
}
