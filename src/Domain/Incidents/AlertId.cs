using System.Security.Cryptography;
using System.Text;

namespace IncidentServerless.Domain.Incidents;

/// <summary>An alert's key in short.</summary>
public static class AlertId
{
    private const int Length = 12;

    public static string Of(string dedupKey) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(dedupKey)))[..Length];
}
