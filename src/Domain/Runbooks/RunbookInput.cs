using System.Collections.Immutable;
using System.Text.Json;
using IncidentServerless.Domain.Messages.Text;
using IncidentServerless.Domain.Severity;

namespace IncidentServerless.Domain.Runbooks;

/// <summary>
/// What a runbook is started with, by the lifecycle or by hand. All members are optional:
/// <code>
/// { "incidentId": "INC-20260302-ABCDEFGH",   joins this incident; without it one is declared
///   "dryRun": true,                          plans and applies nothing
///   "title": "…", "severity": "SEV2",        of the incident that is declared
///   "tenants": ["acme"], "budget": "prod",   what it is about, of the incident that is declared
///   "resources": ["instance=i-0a1b2c3d"],    the same: ARNs, or name=value texts as signals name them
///   "by": "Ana" }                            who starts it, for the timeline
/// </code>
/// </summary>
public sealed record RunbookInput
{
    private static readonly ImmutableArray<string> Known = ["incidentId", "generation", "dryRun", "title", "severity", "tenants", "budget", "resources", "by"];
    private const int MostTenants = 20;

    public string? IncidentId { get; private init; }

    /// <summary>Only the lifecycle gives it.</summary>
    public int? Generation { get; private init; }

    public bool DryRun { get; private init; }
    public string? Title { get; private init; }
    public SeverityLevel? Severity { get; private init; }
    public ImmutableArray<string> Tenants { get; private init; } = [];
    public string? Budget { get; private init; }
    public ImmutableArray<string> Resources { get; private init; } = [];
    public string? By { get; private init; }

    /// <exception cref="BadRunbookInputException">Something cannot be used; the message names every member that is wrong, and why.</exception>
    public static RunbookInput Read(JsonElement input)
    {
        if (input.ValueKind is JsonValueKind.Undefined or JsonValueKind.Null)
        {
            return new RunbookInput();
        }

        if (input.ValueKind != JsonValueKind.Object)
        {
            throw new BadRunbookInputException([$"the input is {Quoted(input)}; it must be an object such as {{\"dryRun\": true}}"]);
        }

        List<string> faults = [];
        faults.AddRange(input.EnumerateObject().Where(member => !Known.Contains(member.Name))
            .Select(member => $"{PlainText.Line(member.Name, 60)} is not known; known are {string.Join(", ", Known.Where(name => name != "generation"))}"));
        var read = new RunbookInput
        {
            IncidentId = Text(input, "incidentId", faults, text => Incidents.IncidentId.StartOf(text) == text ? null : $"{Quoted(input.GetProperty("incidentId"))} is no incident's id; those look like INC-20260302-ABCDEFGH"),
            Generation = Number(input, "generation", faults),
            DryRun = Flag(input, "dryRun", faults),
            Title = Text(input, "title", faults, text => text.Length <= 200 ? null : "has more than 200 characters"),
            Severity = Level(input, faults),
            Tenants = Texts(input, "tenants", faults),
            Resources = Texts(input, "resources", faults),
            Budget = Text(input, "budget", faults, text => text.Length <= 100 ? null : "has more than 100 characters"),
            By = Text(input, "by", faults, text => text.Length <= Limits.Name ? null : $"has more than {Limits.Name} characters"),
        };
        if (read.IncidentId is not null)
        {
            faults.AddRange(new[] { "title", "severity", "tenants", "budget", "resources" }.Where(name => input.TryGetProperty(name, out _))
                .Select(name => $"{name} belongs to an incident that is declared, and incidentId names one that exists: leave one of the two out"));
        }

        return faults.Count == 0 ? read : throw new BadRunbookInputException([.. faults]);
    }

    private static string? Text(JsonElement input, string name, List<string> faults, Func<string, string?> faultOf)
    {
        if (!input.TryGetProperty(name, out var value) || value.ValueKind == JsonValueKind.Null)
        {
            return null;
        }

        if (TextOf(value) is not { } text)
        {
            faults.Add($"{name} is {Quoted(value)}; expected a text on one line");
            return null;
        }

        if (faultOf(text) is { } fault)
        {
            faults.Add(fault.StartsWith('"') ? $"{name}: {fault}" : $"{name} {fault}");
        }

        return text;
    }

    // One half of a surrogate pair is JSON, and no text.
    private static string? TextOf(JsonElement value)
    {
        try
        {
            return value.ValueKind == JsonValueKind.String && value.GetString() is { } text && PlainText.Line(text, int.MaxValue) is { Length: > 0 } line && line == text ? text : null;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    private static bool Flag(JsonElement input, string name, List<string> faults)
    {
        if (!input.TryGetProperty(name, out var value) || value.ValueKind is JsonValueKind.Null or JsonValueKind.False)
        {
            return false;
        }

        if (value.ValueKind != JsonValueKind.True)
        {
            faults.Add($"{name} is {Quoted(value)}; expected true or false");
        }

        // What is not readable must not apply anything.
        return true;
    }

    private static int? Number(JsonElement input, string name, List<string> faults)
    {
        if (!input.TryGetProperty(name, out var value) || value.ValueKind == JsonValueKind.Null)
        {
            return null;
        }

        if (value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number) && number >= 1)
        {
            return number;
        }

        faults.Add($"{name} is {Quoted(value)}; expected a whole number from 1");
        return null;
    }

    private static SeverityLevel? Level(JsonElement input, List<string> faults)
    {
        if (Text(input, "severity", faults, _ => null) is not { } text)
        {
            return null;
        }

        foreach (var level in Enum.GetValues<SeverityLevel>())
        {
            if (Words.Of(level) == text)
            {
                return level;
            }
        }

        faults.Add($"severity is \"{PlainText.Line(text, 40)}\"; expected SEV1, SEV2, SEV3 or SEV4");
        return null;
    }

    private static ImmutableArray<string> Texts(JsonElement input, string name, List<string> faults)
    {
        if (!input.TryGetProperty(name, out var value) || value.ValueKind == JsonValueKind.Null)
        {
            return [];
        }

        if (value.ValueKind != JsonValueKind.Array || value.GetArrayLength() > MostTenants || value.EnumerateArray().Any(each => TextOf(each) is not { Length: <= 120 }))
        {
            faults.Add($"{name} is {Quoted(value)}; expected a list of at most {MostTenants} names of at most 120 characters");
            return [];
        }

        return [.. value.EnumerateArray().Select(each => TextOf(each)!)];
    }

    private static string Quoted(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "a list",
        JsonValueKind.String => $"\"{PlainText.Line(TextOf(value) ?? value.GetRawText().Trim('"'), 60)}\"",
        _ => PlainText.Line(value.GetRawText(), 60),
    };
}

/// <summary>A runbook was started with something that cannot be used. The message is one sentence for each fault; nothing was changed.</summary>
public sealed class BadRunbookInputException(ImmutableArray<string> faults)
    : Exception($"The input cannot be used: {string.Join("; ", faults)}.");
