using System.Text;
using IncidentServerless.LocalCloud.Template;

namespace IncidentServerless.LocalCloud.Logs;

/// <summary>
/// A filter pattern of CloudWatch Logs over unstructured lines ("Filter pattern syntax", CloudWatch Logs user guide): terms that must all be in the
/// line, terms after <c>-</c> that must not, or terms after <c>?</c> of which one must. Casing counts. An empty pattern takes every line.
/// </summary>
internal sealed class FilterPattern
{
    private readonly List<string> all = [];
    private readonly List<string> any = [];
    private readonly List<string> none = [];

    private FilterPattern()
    {
    }

    /// <param name="owner">Whose pattern it is, for messages.</param>
    /// <exception cref="TemplateException">The pattern is malformed, or of a kind that is not emulated.</exception>
    public static FilterPattern Parse(string text, string owner)
    {
        var pattern = new FilterPattern();
        var at = 0;
        while (true)
        {
            while (at < text.Length && text[at] == ' ')
                at++;
            if (at == text.Length)
                break;
            var terms = text[at] switch
            {
                '?' => pattern.any,
                '-' => pattern.none,
                _ => pattern.all,
            };
            if (terms != pattern.all)
                at++;
            terms.Add(Term(text, ref at, owner));
        }
        if (pattern.any.Count > 0 && pattern.all.Count + pattern.none.Count > 0)
            throw new TemplateException($"The filter pattern of {owner} has terms with ? beside others; CloudWatch Logs then leaves those with ? out of account, which nobody means.");
        return pattern;
    }

    public bool Takes(string line) => all.TrueForAll(Has(line)) && !none.Exists(Has(line)) && (any.Count == 0 || any.Exists(Has(line)));

    private static Predicate<string> Has(string line) => term => line.Contains(term, StringComparison.Ordinal);

    private static string Term(string text, ref int at, string owner)
    {
        var start = at;
        if (at < text.Length && text[at] == '"')
            return Quoted(text, ref at, owner);
        while (at < text.Length && text[at] != ' ')
            at++;
        var term = text[start..at];
        if (term.Length > 0 && term.All(character => char.IsAsciiLetterOrDigit(character) || character == '_'))
            return term;
        throw new TemplateException(text[start..] is ['{' or '[' or '%', ..]
            ? $"The filter pattern of {owner} is one over {Kind(text[start])}; the local cloud emulates patterns of terms only: a, ?a, -a, \"a b\"."
            : $"The filter pattern of {owner} has the term '{term}'; a term with other characters than letters, digits and _ is to be quoted.");
    }

    private static string Quoted(string text, ref int at, string owner)
    {
        var term = new StringBuilder();
        for (at++; at < text.Length && text[at] != '"'; at++)
        {
            if (text[at] == '\\' && at + 1 < text.Length)
                at++;
            term.Append(text[at]);
        }
        if (at++ >= text.Length || term.Length == 0)
            throw new TemplateException($"The filter pattern of {owner} has a quoted term that is empty or does not end.");
        return term.ToString();
    }

    private static string Kind(char first) => first switch
    {
        '{' => "JSON",
        '[' => "columns",
        _ => "regular expressions",
    };
}
