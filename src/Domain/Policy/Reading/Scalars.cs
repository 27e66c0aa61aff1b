using System.Text.Json;
using IncidentServerless.Domain.Messages.Text;

namespace IncidentServerless.Domain.Policy.Reading;

/// <summary>The shapes of single values.</summary>
internal static class Scalars
{
    public static Shape<bool> Boolean { get; } = new("true or false", value =>
    {
        if (value.Kind is not (JsonValueKind.True or JsonValueKind.False))
        {
            value.Fault($"is {value.Quoted}; expected true or false");
        }

        return value.Kind == JsonValueKind.True;
    });

    /// <summary>A whole number.</summary>
    public static Shape<int> Number(int least, int most) => new($"a whole number from {least} to {most}", value =>
    {
        var isNumber = int.TryParse(System.Text.Encoding.UTF8.GetString(value.Json.Span), System.Globalization.NumberStyles.AllowLeadingSign, System.Globalization.CultureInfo.InvariantCulture, out var number);
        if (value.Kind != JsonValueKind.Number || !isNumber || number < least || number > most)
        {
            value.Fault($"is {value.Quoted}; expected a whole number from {least} to {most}");
        }

        return number;
    });

    /// <summary>Text on one line that is not blank.</summary>
    /// <param name="expected">What the text says.</param>
    /// <param name="longest">In characters.</param>
    public static Shape<string> Text(string expected, int longest) => new(expected, value =>
    {
        if (value.Kind != JsonValueKind.String)
        {
            value.Fault($"is {value.Quoted}; expected {expected}");
        }
        else if (string.IsNullOrWhiteSpace(value.Text))
        {
            value.Fault($"is empty; expected {expected}");
        }
        else if (value.Text.Length > longest)
        {
            value.Fault($"has {value.Text.Length} characters; at most {longest} are allowed");
        }
        else if (value.Text.Any(char.IsControl))
        {
            value.Fault($"is {value.Quoted}, with a line break or control character in it; write it on one line");
        }

        return value.Text;
    });

    /// <summary>Text that names somebody: printed in signed links, which carry a name only as <see cref="PlainText.Line"/> gives it.</summary>
    /// <param name="expected">Whose name it is.</param>
    /// <param name="longest">In characters.</param>
    public static Shape<string> Name(string expected, int longest)
    {
        var text = Text(expected, longest);
        return text with
        {
            Read = value =>
            {
                // What has control characters, or is blank or too long, is refused as text.
                if (!string.IsNullOrWhiteSpace(value.Text) && value.Text.Length <= longest && !value.Text.Any(char.IsControl)
                    && PlainText.Line(value.Text, longest) is var clean && clean != value.Text)
                {
                    value.Fault(clean.Length == 0
                        ? $"has only invisible characters; expected {expected}"
                        : $"has outer, doubled or special spaces or invisible characters, which no signed link can carry; write it as \"{clean}\"");
                }

                return text.Read(value);
            },
        };
    }

    public static Shape<TimeSpan> Duration(TimeSpan least, TimeSpan most)
    {
        var range = $"{PolicyDuration.Print(least)} to {PolicyDuration.Print(most)}";
        return new($"a duration from {range}", value =>
        {
            if (value.Kind != JsonValueKind.String || !PolicyDuration.TryParse(value.Text, out var duration))
            {
                value.Fault($"{value.Quoted} is not a duration; write it like 30s, 5m, 1h or 7d");
                return default;
            }

            if (duration < least || duration > most)
            {
                value.Fault($"{value.Quoted} is out of range; allowed is {range}");
            }

            return duration;
        });
    }

    /// <summary>One of a few words, each with its meaning.</summary>
    public static Shape<T> OneOf<T>(IReadOnlyList<Word<T>> words)
    {
        var all = InWords([.. words.Select(word => word.Text)]);
        return new(all, value =>
        {
            var match = words.FirstOrDefault(word => value.Kind == JsonValueKind.String && word.Text == value.Text);
            if (match is null)
            {
                value.Fault($"is {value.Quoted}; expected {all}");
                return default!;
            }

            return match.Meaning;
        });
    }

    private static string InWords(string[] words) => $"{string.Join(", ", words[..^1])} or {words[^1]}";
}
