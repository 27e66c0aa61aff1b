using System.Text.RegularExpressions;

namespace IncidentServerless.LocalCloud.Template;

/// <summary>
/// Answers <c>{{resolve:secretsmanager:…}}</c>. No secret is at hand locally, so each secret (and each key in it) has its own made-up value:
/// 32 hexadecimal characters, the same in every world.
/// </summary>
public static partial class DynamicReferences
{
    /// <summary>The value that stands for a secret: its name, and the key in its JSON where one is asked for.</summary>
    public static string FakeSecret(string name, string jsonKey = "") => StableId.Hex($"secret:{name}:{jsonKey}", 32);

    internal static string Resolve(string text) => Pattern().Replace(text, match =>
        FakeSecret(match.Groups["name"].Value, match.Groups["key"].Value));

    // A secret is named by its name, or by its ARN, which has colons itself.
    [GeneratedRegex(@"\{\{resolve:secretsmanager:(?<name>arn:[^:}]*:[^:}]*:[^:}]*:[^:}]*:[^:}]*:[^:}]*|[^:}]+)(:SecretString(:(?<key>[^:}]*))?[^}]*)?\}\}")]
    private static partial Regex Pattern();
}
