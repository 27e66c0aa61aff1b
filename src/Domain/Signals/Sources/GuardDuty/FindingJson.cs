using System.Text.Json;
using IncidentServerless.Domain.Signals.Envelopes;

namespace IncidentServerless.Domain.Signals.Sources.GuardDuty;

/// <summary>Reads a finding's members by their names in camel case, which EventBridge writes, and in Pascal case, which the API answers.</summary>
internal static class FindingJson
{
    public static string? TextOf(this JsonElement element, string name) => element.Text(name) ?? element.Text(Pascal(name));

    public static JsonElement? ObjectOf(this JsonElement element, string name) => element.Object(name) ?? element.Object(Pascal(name));

    public static IEnumerable<JsonElement> ItemsOf(this JsonElement element, string name) => element.Items(name).Concat(element.Items(Pascal(name)));

    /// <summary>A flag that may be written as a text.</summary>
    public static bool? FlagOf(this JsonElement element, string name) =>
        element.Flag(name) ?? element.Flag(Pascal(name)) ?? (bool.TryParse(element.TextOf(name), out var flag) ? flag : null);

    private static string Pascal(string name) => $"{char.ToUpperInvariant(name[0])}{name[1..]}";
}
