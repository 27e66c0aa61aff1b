using System.Security.Cryptography;
using System.Text;

namespace IncidentServerless.LocalCloud.StepFunctions.Api;

/// <summary>Identifiers in the shape of a UUID that derive from content, so that a run repeated gives the same ones.</summary>
internal static class Identifiers
{
    public static string From(string content) => new Guid(SHA256.HashData(Encoding.UTF8.GetBytes(content)).AsSpan(0, 16)).ToString();
}
