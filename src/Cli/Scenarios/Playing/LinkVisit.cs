using System.Net;
using System.Text.RegularExpressions;
using IncidentServerless.Domain.Responses;

namespace IncidentServerless.Cli.Scenarios.Playing;

/// <summary>A page behind a signed link, opened as a browser would.</summary>
internal sealed partial class LinkVisit(HttpClient http, string link, string html)
{
    /// <exception cref="StoryException">The link does not open.</exception>
    public static async Task<LinkVisit> OpenAsync(HttpClient http, string link)
    {
        using var answer = await http.GetAsync(new Uri(link));
        var html = await answer.Content.ReadAsStringAsync();
        return answer.StatusCode == HttpStatusCode.OK
            ? new LinkVisit(http, link, html)
            : throw new StoryException($"Opening the link answered {(int)answer.StatusCode}: {Heading(html)}");
    }

    /// <summary>Sends the page's form for an action, filled in.</summary>
    /// <param name="about">What the form is about; null for the first of its action.</param>
    /// <param name="filled">Its other fields; what is null or empty is not sent.</param>
    /// <param name="status">The HTTP status that the answer must have.</param>
    /// <exception cref="StoryException">The page has no such form, or the answer has another status.</exception>
    public async Task SubmitAsync(ResponseAction action, string? about, IReadOnlyDictionary<string, string?> filled, int status)
    {
        var word = ResponseActions.Word(action);
        var fields = Form().Matches(html)
            .Select(form => Hidden().Matches(form.Value).ToDictionary(field => field.Groups["name"].Value, field => WebUtility.HtmlDecode(field.Groups["value"].Value)))
            .FirstOrDefault(form => form.GetValueOrDefault(ResponseForm.ActionField) == word && (about is null || form.GetValueOrDefault(ResponseForm.AboutField) == about))
            ?? throw new StoryException($"The page offers no form to {word}: {Heading(html)}");
        foreach (var (field, value) in filled)
        {
            fields[field] = value ?? "";
        }

        using var content = new FormUrlEncodedContent(fields.Where(field => field.Value.Length > 0));
        using var answer = await http.PostAsync(new Uri(link), content);
        if ((int)answer.StatusCode != status)
        {
            throw new StoryException($"The form to {word} answered {(int)answer.StatusCode}, not {status}: {Heading(await answer.Content.ReadAsStringAsync())}");
        }
    }

    private static string Heading(string html) => WebUtility.HtmlDecode(Tag().Replace(H1().Match(html).Groups[1].Value, "")).Trim();

    [GeneratedRegex("<form.*?</form>", RegexOptions.Singleline)]
    private static partial Regex Form();

    [GeneratedRegex("""<input type="hidden" name="(?<name>[^"]*)" value="(?<value>[^"]*)">""")]
    private static partial Regex Hidden();

    [GeneratedRegex("<h1>(.*?)</h1>", RegexOptions.Singleline)]
    private static partial Regex H1();

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tag();
}
