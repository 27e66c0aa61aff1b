using System.Text.Json.Nodes;

namespace IncidentServerless.ApiModels.Shapes;

/// <summary>Members of fixed names.</summary>
/// <param name="members">By the names that Step Functions gives them; lazy, since a structure may hold itself.</param>
/// <param name="required">The members that must be there.</param>
public sealed class StructureShape(IReadOnlyDictionary<string, Lazy<Shape>> members, IReadOnlyCollection<string> required) : Shape
{
    /// <summary>The same, with a member that may be anything.</summary>
    public StructureShape Freeing(string member) =>
        new(members.Append(new(member, new Lazy<Shape>(new AnyShape()))).GroupBy(each => each.Key).ToDictionary(each => each.Key, each => each.Last().Value), required);

    protected override IEnumerable<string> Check(JsonNode? value, string path)
    {
        if (value is not JsonObject given)
        {
            return [Wrong(path, "an object", value)];
        }

        var within = path.Length == 0 ? "" : path + ".";
        return
        [
            .. required.Where(name => !given.ContainsKey(name)).Select(name => $"{within}{name} is required."),
            .. given.SelectMany(member => members.TryGetValue(member.Key, out var shape) ? shape.Value.Misfits(member.Value, within + member.Key) : [Unknown(within, member.Key)]),
        ];
    }

    private string Unknown(string within, string name) => members.Keys.FirstOrDefault(known => known.Equals(name, StringComparison.OrdinalIgnoreCase)) is { } known
        ? $"{within}{name} is unknown: Step Functions calls it {known}."
        : $"{within}{name} is unknown; there are {(members.Count == 0 ? "none" : string.Join(", ", members.Keys.Order(StringComparer.Ordinal)))}.";
}
