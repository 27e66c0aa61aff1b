using System.Security.Cryptography;
using System.Text;

namespace IncidentServerless.LocalCloud.Queues;

internal static class Digest
{
    public static string Md5(string text) => Convert.ToHexStringLower(MD5.HashData(Encoding.UTF8.GetBytes(text)));
}
