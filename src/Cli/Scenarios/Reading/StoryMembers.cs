using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using IncidentServerless.EventPatterns;

namespace IncidentServerless.Cli.Scenarios.Reading;

/// <summary>
/// Reads the members of one JSON object of a scenario, and collects everything that is wrong instead of stopping at it: a member that is
/// missing or of the wrong shape reads as a harmless value. A member that nobody asked for is a fault too.
/// </summary>
public sealed class StoryMembers
{
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly JsonObject json;
    private readonly string path;
    private readonly List<StoryFault> faults;
    private readonly List<string> known = [];

    private StoryMembers(JsonObject json, string path, List<StoryFault> faults)
    {
        this.json = json;
        this.path = path;
        this.faults = faults;
    }

    /// <summary>Lets a reader read the members, then refuses those that it did not ask for.</summary>
    /// <param name="path">Empty for the file itself.</param>
    public static T Read<T>(JsonObject json, string path, List<StoryFault> faults, Func<StoryMembers, T> reader)
    {
        var members = new StoryMembers(json, path, faults);
        var result = reader(members);
        foreach (var name in json.Select(member => member.Key).Where(name => !members.known.Contains(name)))
        {
            members.Fault(name, $"there is no such member here; there are {string.Join(", ", members.known.Distinct())}.");
        }

        return result;
    }

    public bool Has(string name)
    {
        known.Add(name);
        return json.ContainsKey(name);
    }

    /// <param name="name">A member, or empty for the object itself.</param>
    public void Fault(string name, string problem) => faults.Add(new StoryFault(At(name), problem));

    public string Text(string name) => Required(name, "a text", TextOf) ?? "";

    public string? OptionalText(string name) => Optional(name, "a text", TextOf);

    /// <param name="otherwise">The value of a member that is not there.</param>
    public int Count(string name, int otherwise, int least = 0) =>
        Optional(name, $"a whole number from {least}", node => node is JsonValue value && value.TryGetValue<int>(out var number) && number >= least ? number : (int?)null) ?? otherwise;

    public int? OptionalCount(string name) => Has(name) ? Count(name, 0) : null;

    public bool? OptionalFlag(string name) =>
        Optional(name, "true or false", node => node is JsonValue value && value.TryGetValue<bool>(out var flag) ? flag : (bool?)null);

    /// <summary>From the story's start.</summary>
    public TimeSpan Time(string name) => Required(name, StoryTime.Expected, TimeOf) ?? TimeSpan.Zero;

    public TimeSpan? OptionalTime(string name) => Optional(name, StoryTime.Expected, TimeOf);

    public DateTimeOffset Moment(string name) =>
        Required(name, "a moment in UTC such as 2026-03-02T09:00:00Z", node => TextOf(node) is { } text
            && text.EndsWith('Z') && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment) ? moment : (DateTimeOffset?)null) ?? default;

    public JsonObject? OptionalObject(string name) => Optional(name, "an object", node => node as JsonObject);

    /// <summary>An object that is read member by member.</summary>
    public T? OptionalObject<T>(string name, Func<StoryMembers, T?> reader)
        where T : class => OptionalObject(name) is { } value ? Read(value, At(name), faults, reader) : null;

    /// <summary>An event pattern; null when the member is not there.</summary>
    public EventPattern? OptionalPattern(string name)
    {
        if (OptionalObject(name) is not { } pattern)
        {
            return null;
        }

        try
        {
            return EventPattern.Parse(pattern.ToJsonString());
        }
        catch (EventPatternException refused)
        {
            Fault(name, refused.Message);
            return null;
        }
    }

    public IReadOnlyList<string> Texts(string name) =>
        Required(name, "a list of texts", node => node is JsonArray list && list.Select(TextOf).ToList() is var texts && texts.TrueForAll(text => text is not null) ? texts.OfType<string>().ToList() : null) ?? [];

    /// <summary>Every object of a list, read member by member.</summary>
    public IReadOnlyList<T> Objects<T>(string name, Func<StoryMembers, T?> reader)
        where T : class
    {
        var list = Required(name, "a list", node => node as JsonArray) ?? [];
        var result = new List<T>();
        foreach (var (index, item) in list.Index())
        {
            var at = $"{At(name)}[{index}]";
            if (item is not JsonObject members)
            {
                faults.Add(new StoryFault(at, "expected an object."));
            }
            else if (Read(members, at, faults, reader) is { } value)
            {
                result.Add(value);
            }
        }

        return result;
    }

    /// <summary>The one of these members that is there; null, and a fault, when there is none or more than one.</summary>
    public string? OneOf(params string[] names)
    {
        string[] present = [.. names.Where(Has)];
        if (present is [var only])
        {
            return only;
        }

        Fault("", present is [] ? $"expected one of {string.Join(", ", names)}." : $"expected only one of {string.Join(", ", present)}.");
        return null;
    }

    private T? Required<T>(string name, string expected, Func<JsonNode?, T?> read)
    {
        if (!Has(name))
        {
            Fault(name, $"is missing; expected {expected}.");
            return default;
        }

        return Value(name, expected, read);
    }

    private T? Optional<T>(string name, string expected, Func<JsonNode?, T?> read) => Has(name) ? Value(name, expected, read) : default;

    private T? Value<T>(string name, string expected, Func<JsonNode?, T?> read)
    {
        var value = read(json[name]);
        if (value is null)
        {
            Fault(name, $"expected {expected}, found {json[name]?.ToJsonString(Readable) ?? "null"}.");
        }

        return value;
    }

    private string At(string name) => (path, name) switch
    {
        ("", "") => "the file",
        ("", _) => name,
        (_, "") => path,
        _ => $"{path}.{name}",
    };

    private static string? TextOf(JsonNode? node) => node?.GetValueKind() == JsonValueKind.String ? node.GetValue<string>() : null;

    private static TimeSpan? TimeOf(JsonNode? node) => TextOf(node) is { } text ? StoryTime.Parse(text) : null;
}
