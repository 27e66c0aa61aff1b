using System.Text.RegularExpressions;

namespace IncidentServerless.Domain.Signals.Sources.Logs;

/// <summary>
/// Takes out of a log line what nobody who reads pages may see: e-mail addresses, tokens, keys, passwords, cookies, credentials in headers
/// and addresses, numbers of cards and telephones. Addresses of machines stay: people need them. It rather takes too much than too little.
/// The expressions are interpreted: compiled they would be a fiftieth of the binary that all functions share.
/// </summary>
public static class LogMask
{
    private const string Secret = "[secret]";

    // More than any reader wants of one line; a line that is longer is cut before it is read, between two words, so that no half of a secret stays.
    private const int LongestLine = 8_000;

    private const int FewestCardDigits = 13;
    private const int MostCardDigits = 19;

    /// <summary>The text with a word in brackets for each secret: <c>[email]</c>, <c>[secret]</c>, <c>[card]</c>, <c>[phone]</c>.</summary>
    public static string Of(string text)
    {
        var masked = PrivateKey.Replace(Bounded(text), Secret);
        masked = HeaderInQuotes.Replace(masked, $"$1{Secret}");
        masked = Header.Replace(masked, $"$1{Secret}");
        masked = Scheme.Replace(masked, $"$1 {Secret}");
        masked = UserInAddress.Replace(masked, $"$1{Secret}@");
        masked = SecretInQuotes.Replace(masked, $"$1{Secret}");
        masked = SecretInElement.Replace(masked, $"$1{Secret}");
        masked = NamedSecret.Replace(masked, $"$1{Secret}");
        masked = Option.Replace(masked, $"$1{Secret}");
        masked = WebToken.Replace(masked, Secret);
        masked = KnownKey.Replace(masked, Secret);
        masked = SecretKey.Replace(masked, Secret);
        masked = LongToken.Replace(masked, match => LooksRandom(match.ValueSpan) ? Secret : match.Value);
        masked = Email.Replace(masked, "[email]");
        masked = Digits.Replace(masked, match => HoldsCard(match.Value) ? "[card]" : match.Value);
        return PhoneNumber.Replace(masked, "[phone]");
    }

    private static string Bounded(string text)
    {
        if (text.Length <= LongestLine)
        {
            return text;
        }

        var end = LongestLine;
        while (end > 0 && !char.IsWhiteSpace(text[end - 1]))
        {
            end--;
        }

        return text[..end];
    }

    private static bool LooksRandom(ReadOnlySpan<char> word) =>
        word.ContainsAnyInRange('0', '9') && word.ContainsAnyInRange('a', 'z') && word.ContainsAnyInRange('A', 'Z');

    /// <summary>Whether some of the groups of digits side by side are a card's number.</summary>
    private static bool HoldsCard(string digits)
    {
        var groups = digits.Split(' ', '-');
        for (var first = 0; first < groups.Length; first++)
        {
            var number = "";
            for (var last = first; last < groups.Length && number.Length + groups[last].Length <= MostCardDigits; last++)
            {
                number += groups[last];
                if (number.Length >= FewestCardDigits && HasCheckDigit(number))
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>The check digit that cards have (ISO/IEC 7812-1), so that few other numbers are taken for one.</summary>
    private static bool HasCheckDigit(string digits)
    {
        var sum = 0;
        for (var index = 0; index < digits.Length; index++)
        {
            var digit = (digits[^(index + 1)] - '0') * (1 + (index % 2));
            sum += digit > 9 ? digit - 9 : digit;
        }

        return sum % 10 == 0;
    }

    // Names whose values are secrets. The beginning and the end of the word are free: dbPassword, x-api-key, refresh_token.
    private const string SecretNames =
        @"(?:pass(?:word|wd|phrase|code)|pwd|secret|token|api[_-]?key|access[_-]?key|private[_-]?key|account[_-]?key|credential|signature|session[_-]?id|jsessionid|phpsessid|authori[sz]ation|cookie|\botp|pin[_-]?code|cvv|cvc|card[_-]?number|phone|mobile|msisdn)";

    // A quote of JSON inside a string has backslashes before it.
    private const string Quote = @"\\*[""'`]";

    // Between a name and its value. Whatever could be read in several ways is atomic here and below: a line made up for it must not cost more than another.
    private const string Assigned = $@"(?:{Quote})?\]?(?>\s*)(?:=>|[:=])(?>\s*)";

    // What follows the quote that was captured second, up to its like: a quote inside has more backslashes. The end of the text ends it too.
    private const string UpToTheClosingQuote = @"(?:(?!(?<!\\)\2).)*";

    private static readonly Regex PrivateKey = new(@"-----BEGIN [A-Z ]*PRIVATE KEY-----.*?(?:-----END [A-Z ]*PRIVATE KEY-----|\z)", RegexOptions.Singleline | RegexOptions.CultureInvariant);

    private static readonly Regex HeaderInQuotes = new($@"((?:authorization|cookie|x-amz-security-token)(?>\w*)(?:{Quote})?(?>\s*)(?:=>|[:=,])(?>\s*)\[?(?>\s*)({Quote})){UpToTheClosingQuote}", RegexOptions.IgnoreCase | RegexOptions.Singleline | RegexOptions.CultureInvariant);

    /// <summary>Without quotes nobody knows where the value ends but at the end of the line.</summary>
    private static readonly Regex Header = new($@"((?:authorization|cookie|x-amz-security-token)(?>\w*){Assigned})(?!\[?(?>\s*){Quote})[^\r\n]+", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    private static readonly Regex Scheme = new(@"\b(bearer|basic|digest|negotiate)\s+(?!auth|token|realm|scheme)[A-Za-z0-9._~+/=-]{6,}", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    private static readonly Regex UserInAddress = new(@"(\b[a-z][a-z0-9+.-]{1,20}://)[^\s/?#@]+@", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    private static readonly Regex SecretInQuotes = new($@"({SecretNames}(?>[\w-]*){Assigned}\[?(?>\s*)({Quote})){UpToTheClosingQuote}", RegexOptions.IgnoreCase | RegexOptions.Singleline | RegexOptions.CultureInvariant);

    private static readonly Regex SecretInElement = new($@"(<(?=\w*{SecretNames})(?>\w+)>)[^<]*", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    private static readonly Regex NamedSecret = new($@"({SecretNames}(?>[\w-]*){Assigned})(?!\[?(?>\s*){Quote})\S+", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    private static readonly Regex Option = new($@"((?<![\w-])--?(?=[\w-]*{SecretNames})(?>[\w-]+)\s+)\S+", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    /// <summary>JSON Web Tokens: their first part is an object, <c>{"</c>, in Base64.</summary>
    private static readonly Regex WebToken = new(@"eyJ[A-Za-z0-9_-]{8,}(?:\.[A-Za-z0-9_-]*){0,4}", RegexOptions.CultureInvariant);

    /// <summary>Keys that say what they are: of AWS ("IAM identifiers", unique ID prefixes), GitHub, Slack, Stripe and Google.</summary>
    private static readonly Regex KnownKey = new(@"\b(?:(?:AKIA|ASIA|ABIA|ACCA)[A-Z0-9]{12,}|gh[oprsu]_[A-Za-z0-9]{20,}|github_pat_\w{20,}|xox[a-z]-[\w-]{8,}|[rs]k_(?:live|test)_[A-Za-z0-9]{8,}|AIza[\w-]{30,})", RegexOptions.CultureInvariant);

    /// <summary>A secret access key of AWS has forty characters; a commit's hash, which has forty too, is no loss.</summary>
    private static readonly Regex SecretKey = new(@"(?<![A-Za-z0-9/+=])[A-Za-z0-9/+]{40}(?![A-Za-z0-9/+])", RegexOptions.CultureInvariant);

    private static readonly Regex LongToken = new(@"(?<![A-Za-z0-9_+-])[A-Za-z0-9_+-]{32,}={0,2}", RegexOptions.CultureInvariant);

    private static readonly Regex Email = new(@"(?<![\w.%+'-])[\w.%+'-]+(?:@|%40)[\w-]+(?:\.[\w-]+)+", RegexOptions.CultureInvariant);

    private static readonly Regex Digits = new(@"\d(?:[ -]?\d){12,}", RegexOptions.CultureInvariant);

    private static readonly Regex PhoneNumber = new(@"(?<![\w.])(?:\+\d[\d ().-]{6,18}\d|\(\d{3}\) ?\d{3}[ .-]\d{4}|\d{3}[ .-]\d{3}[ .-]\d{4}|0\d{2,4}[ /-]\d{5,8})(?!\w)", RegexOptions.CultureInvariant);
}
