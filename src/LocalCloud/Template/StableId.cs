using System.Security.Cryptography;
using System.Text;

namespace IncidentServerless.LocalCloud.Template;

/// <summary>The random parts of physical names, taken from a hash, so that two worlds of one template name their resources alike and can share processes.</summary>
internal static class StableId
{
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

    public static string Suffix(string content, int length = 12) =>
        string.Concat(Hash(content).Take(length).Select(b => Alphabet[b % Alphabet.Length]));

    public static string Guid(string content) => new Guid(Hash(content).AsSpan(0, 16)).ToString();

    public static string Hex(string content, int length) => Convert.ToHexStringLower(Hash(content))[..length];

    private static byte[] Hash(string content) => SHA256.HashData(Encoding.UTF8.GetBytes(content));
}
