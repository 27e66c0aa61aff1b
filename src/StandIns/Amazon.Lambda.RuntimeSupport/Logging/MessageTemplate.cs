using System.Globalization;
using System.Text;

namespace Amazon.Lambda.RuntimeSupport;

/// <summary>A message whose placeholders, <c>{Name}</c> or <c>{Name:format}</c>, took their arguments in order. <c>{{</c> is a brace.</summary>
internal sealed record MessageTemplate(string Message, IReadOnlyList<(string Name, string Value)> Values)
{
    /// <summary>A placeholder without an argument stays as it is; an argument without a placeholder is left out.</summary>
    public static MessageTemplate Render(string template, object?[] arguments)
    {
        if (arguments.Length == 0)
        {
            return new MessageTemplate(template, []);
        }

        var message = new StringBuilder(template.Length);
        var values = new List<(string, string)>(arguments.Length);
        var position = 0;
        while (position < template.Length)
        {
            var character = template[position];
            var doubled = position + 1 < template.Length && template[position + 1] == character;
            if (character is '{' or '}' && doubled)
            {
                message.Append(character);
                position += 2;
                continue;
            }

            var end = character == '{' ? template.IndexOf('}', position) : -1;
            if (end < 0 || values.Count == arguments.Length)
            {
                message.Append(character);
                position++;
                continue;
            }

            var (name, format) = Split(template[(position + 1)..end]);
            var value = Text(arguments[values.Count], format);
            values.Add((name, value));
            message.Append(value);
            position = end + 1;
        }

        return new MessageTemplate(message.ToString(), values);
    }

    private static (string Name, string? Format) Split(string placeholder)
    {
        var text = placeholder.TrimStart('@');
        var colon = text.IndexOf(':');
        return colon < 0 ? (text, null) : (text[..colon], text[(colon + 1)..]);
    }

    private static string Text(object? value, string? format) => value switch
    {
        null => "null",
        IFormattable formattable => formattable.ToString(format, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? string.Empty,
    };
}
