using System.Text;

namespace IncidentServerless.Domain.Messages.Text;

/// <summary>Printable ASCII, for the subjects of SNS messages.</summary>
public static class AsciiText
{
    private static readonly (string From, string To)[] Respelt =
    [
        ("–—−", "-"), ("‘’‚′", "'"), ("“”„″«»", "\""), ("×", "x"), ("≥", ">="), ("≤", "<="), ("→", "->"), ("…", "..."), ("·•", "-"), ("µμ", "u"),
        ("€", "EUR"), ("äæ", "ae"), ("öœ", "oe"), ("ü", "ue"), ("ß", "ss"), ("ÄÆ", "Ae"), ("ÖŒ", "Oe"), ("Ü", "Ue"),
        ("áàâãå", "a"), ("éèêë", "e"), ("íìîï", "i"), ("óòôõø", "o"), ("úùû", "u"), ("ýÿ", "y"), ("ç", "c"), ("ñ", "n"),
        ("ÁÀÂÃÅ", "A"), ("ÉÈÊË", "E"), ("ÍÌÎÏ", "I"), ("ÓÒÔÕØ", "O"), ("ÚÙÛ", "U"), ("Ý", "Y"), ("Ç", "C"), ("Ñ", "N"),
    ];

    private static readonly Dictionary<int, string> Spellings = Respelt
        .SelectMany(row => row.From.EnumerateRunes().Select(rune => new { rune.Value, row.To }))
        .ToDictionary(row => row.Value, row => row.To);

    /// <summary>One line; what ASCII cannot spell becomes <c>?</c>. A longer text ends with <c>...</c>.</summary>
    /// <param name="maximum">At least 3.</param>
    public static string Line(string? text, int maximum)
    {
        var line = Spell(PlainText.Line(text, int.MaxValue));
        return line.Length <= maximum ? line : line[..(maximum - 3)].TrimEnd() + "...";
    }

    private static string Spell(string line)
    {
        var spelt = new StringBuilder();
        foreach (var rune in line.EnumerateRunes())
        {
            spelt.Append(rune.Value is >= ' ' and <= '~' ? rune.ToString() : Spellings.GetValueOrDefault(rune.Value, "?"));
        }

        return spelt.ToString();
    }
}
