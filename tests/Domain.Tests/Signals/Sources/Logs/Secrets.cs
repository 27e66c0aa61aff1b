using System.Text;
using CsCheck;

namespace IncidentServerless.Domain.Tests.Signals.Sources.Logs;

/// <summary>A secret, and what a log writes of it.</summary>
internal sealed record Planted(string Secret, string Text);

/// <summary>Secrets as applications log them by mistake.</summary>
internal static class Secrets
{
    private static readonly Gen<string> Password = Gen.OneOf(
        Gen.Char["abcdefghkmnpqrtuvwxyzABCDEFGHKLMNPQRTUVWXYZ23456789"].Array[10, 24].Select(characters => new string(characters)),
        Gen.Char["abcdefghkmnpqrtuvwxyzABCDEFGH23456789!#$%^*()_+{};:,./<>?@&|~\\[]-\""].Array[10, 24].Select(characters => new string(characters)).Where(text => !text.StartsWith('"') && !text.StartsWith('[') && !text.StartsWith('\\')));

    private static readonly Gen<string> Word = Gen.Char["bcdfghklmnpqrtvwxyz"].Array[8, 14].Select(characters => new string(characters));

    private static readonly Gen<string> Token = Gen.Char["ABCDEFGHKLMNPQRTUVWXYZabcdefghkmnpqrtuvwxyz0123456789"].Array[24, 60].Select(characters => new string(characters));

    private static readonly Gen<string> Name = Gen.OneOf("password", "Password", "passwd", "pwd", "DB_PASSWORD", "newPassword", "secret", "client_secret", "clientSecret", "access_token", "refreshToken", "api_key", "X-Api-Key", "apikey", "aws_secret_access_key", "sessionToken");

    private static readonly Gen<string> Jwt = Gen.Select(Token, Token, Token).Select((header, body, signature) => $"eyJhbG{header}.eyJz{body}.{signature}");

    private static readonly Gen<string> AccessKey = Gen.Select(Gen.OneOf("AKIA", "ASIA"), Gen.Char["ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"].Array[16, 16]).Select((prefix, rest) => prefix + new string(rest));

    private static readonly Gen<string> SecretKey = Gen.Char["ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789/+"].Array[40, 40].Select(characters => new string(characters));

    private static readonly Gen<string> Card = Gen.Select(Gen.Int[0, 9].Array[14, 14], Gen.OneOf("", " ", "-")).Select((digits, separator) =>
    {
        int[] number = [4, .. digits];
        var sum = number.Reverse().Select((digit, index) => index % 2 == 0 ? digit * 2 > 9 ? (digit * 2) - 9 : digit * 2 : digit).Sum();
        var whole = string.Concat(number.Append((10 - (sum % 10)) % 10));
        return string.Join(separator, Enumerable.Range(0, 4).Select(group => whole.Substring(4 * group, 4)));
    });

    /// <summary>Each kind that the mask promises to take.</summary>
    public static Gen<Planted> Planted { get; } = Gen.OneOf(
        Gen.Select(Name, Password).Select((name, password) => new Planted(password, $"{name}={password}")),
        Gen.Select(Name, Password).Select((name, password) => new Planted(password, $"{name}: {password}")),
        Gen.Select(Name, Password).Select((name, password) => new Planted(Inside(password), $$"""{"user":"ana","{{name}}":{{Quoted(password)}},"n":1}""")),
        Gen.Select(Name, Password).Select((name, password) => new Planted(Inside(Inside(password)), Inside($$"""{"{{name}}":{{Quoted(password)}},"n":1}"""))),
        Gen.Select(Name, Token).Select((name, token) => new Planted(token, $"'{name}': '{token}'")),
        Gen.Select(Word, Word).Select((user, domain) => new Planted($"{user}@{domain}", $"user {user}@{domain}.example.com said")),
        Gen.Select(Gen.OneOf("Authorization: Bearer ", "authorization=", "Bearer ", "Authorization: Basic ", "Cookie: a=b; session=", "Set-Cookie: id="), Token).Select((header, token) => new Planted(token, header + token)),
        Jwt.Select(jwt => new Planted(jwt[^20..], $"token was {jwt} there")),
        AccessKey.Select(key => new Planted(key, $"key {key}, inactive")),
        SecretKey.Select(key => new Planted(key, $"secret [{key}]")),
        Card.Select(card => new Planted(card, $"card {card} declined")),
        Gen.Int[1_000_000, 9_999_999].Select(number => new Planted($"170 {number}", $"call +49 170 {number} now")),
        Gen.Select(Word, Password.Where(password => password.All(char.IsAsciiLetterOrDigit))).Select((user, password) => new Planted(password, $"postgres://{user}:{password}@db.internal/x")));

    /// <summary>What stands before and after; words and numbers that may look as if they belonged to it.</summary>
    public static Gen<string> Around { get; } = Gen.OneOf<string>(
        Gen.OneOf("", "ERROR", "2026-03-02T09:00:00Z [main] ERROR c.e.Login -", "USER_AUTH_FAIL", "42", "from 198.51.100.23", "{\"a\":1}", "\"quoted\"", "it's", "<a>", "(1/2)", "x="),
        Gen.String[Gen.Char["abc 123:=-,.[](){}"], 0, 20]);

    private static string Quoted(string text) => $"\"{Inside(text)}\"";

    /// <summary>As JSON writes the text between quotes.</summary>
    private static string Inside(string text) => new StringBuilder(text).Replace("\\", "\\\\").Replace("\"", "\\\"").ToString();
}
