namespace IncidentServerless.Cli.Scenarios.Telling;

/// <summary>Breaks text into lines between words. A word that is longer than a line stays whole, so that a link can be copied.</summary>
internal static class TextWrap
{
    public static IReadOnlyList<string> Lines(string text, int width)
    {
        List<string> lines = [];
        foreach (var paragraph in text.Split('\n'))
        {
            var line = "";
            foreach (var word in paragraph.TrimEnd().Split(' '))
            {
                if (line.Length > 0 && line.Length + 1 + word.Length > width)
                {
                    lines.Add(line);
                    line = word;
                }
                else
                {
                    line = line.Length == 0 ? word : $"{line} {word}";
                }
            }

            lines.Add(line);
        }

        return lines;
    }
}
