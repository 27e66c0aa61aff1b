using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace IncidentServerless.ApiModels.Shapes;

/// <summary>A moment, which Step Functions writes and reads as ISO 8601 text with an offset, whatever goes over the wire.</summary>
public sealed partial class TimestampShape : Shape
{
    protected override IEnumerable<string> Check(JsonNode? value, string path) =>
        value?.GetValueKind() is JsonValueKind.String && IsMoment(value.GetValue<string>()) ? [] : [Wrong(path, "a moment in ISO 8601 with its offset", value)];

    private static bool IsMoment(string text) => Iso().IsMatch(text) && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, out _);

    [GeneratedRegex(@"^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$")]
    private static partial Regex Iso();
}
