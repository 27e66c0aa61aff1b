using System.CommandLine;
using System.Text;
using System.Text.Json;
using IncidentServerless.Benchmarks.Measuring;
using IncidentServerless.Cli;

namespace IncidentServerless.Benchmarks.Patterns;

/// <summary><c>patterns</c>: how many events a second a set of rules can be asked about.</summary>
internal static class PatternsCommand
{
    public static Command Create()
    {
        var rules = new Option<FileInfo>("--rules") { Description = "A JSON list of {\"id\", \"pattern\"}.", Required = true };
        var events = new Option<FileInfo>("--events") { Description = "An event a line, JSON.", Required = true };
        var matches = new Option<FileInfo?>("--matches") { Description = "Written: for each event, in order, the sorted ids of the rules that match, a JSON list a line." };
        var command = new Command("patterns", "Events a second that a set of event patterns, compiled once, decides: from their text, and parsed before.") { rules, events, matches };
        command.SetAction(parsed => RunAsync(parsed.GetRequiredValue(rules), parsed.GetRequiredValue(events), parsed.GetValue(matches)));
        return command;
    }

    private static async Task<int> RunAsync(FileInfo rules, FileInfo events, FileInfo? matches)
    {
        var set = RuleSet.Parse(Read(rules));
        byte[][] texts = [.. Read(events).Split('\n').Where(line => !string.IsNullOrWhiteSpace(line)).Select(Encoding.UTF8.GetBytes)];
        JsonElement[] parsed = [.. texts.Select((text, index) => Parsed(text, index))];
        if (matches is not null)
        {
            await File.WriteAllLinesAsync(matches.FullName, parsed.Select(each => Matches(set, each)));
        }

        List<string> found = [];
        var fromText = await Rate.OfAsync(() => FromText(set, texts, found), texts.Length);
        var preParsed = await Rate.OfAsync(() => PreParsed(set, parsed, found), texts.Length);
        var table = new Table($"{set.Count:N0} rules, {texts.Length:N0} events", "events a second");
        table.Add("from text", $"{fromText:N0}");
        table.Add("parsed before", $"{preParsed:N0}");
        table.Write(Console.Out);
        return 0;
    }

    private static Task FromText(RuleSet set, byte[][] texts, List<string> found)
    {
        foreach (var text in texts)
        {
            using var document = JsonDocument.Parse(text);
            set.Match(document.RootElement, found);
        }

        return Task.CompletedTask;
    }

    private static Task PreParsed(RuleSet set, JsonElement[] events, List<string> found)
    {
        foreach (var each in events)
        {
            set.Match(each, found);
        }

        return Task.CompletedTask;
    }

    private static string Matches(RuleSet set, JsonElement @event)
    {
        List<string> found = [];
        set.Match(@event, found);
        return JsonSerializer.Serialize(found);
    }

    private static JsonElement Parsed(byte[] text, int index)
    {
        try
        {
            return JsonElement.Parse(text);
        }
        catch (JsonException fault)
        {
            throw new RefusedException($"Event {index + 1} is no JSON: {fault.Message}");
        }
    }

    private static string Read(FileInfo file) => file.Exists ? File.ReadAllText(file.FullName) : throw new RefusedException($"There is no {file.FullName}.");
}
