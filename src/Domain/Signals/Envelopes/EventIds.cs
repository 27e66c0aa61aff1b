using System.Security.Cryptography;
using System.Text;

namespace IncidentServerless.Domain.Signals.Envelopes;

/// <summary>What recognises a redelivery of an event.</summary>
internal static class EventIds
{
    private const int Longest = 200;

    /// <summary>The EventBridge id, else the SNS MessageId, else a hash of the innermost text, which carriers leave alone.</summary>
    public static string Of(CarriedEvent carried) =>
        Usable(carried.Content is { } content && content.Text("detail-type") is not null ? content.Text("id") : null)
        ?? Usable(carried.Sns?.MessageId)
        ?? $"sha256-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(carried.Text)))[..32]}";

    private static string? Usable(string? id) => id is { Length: <= Longest } && !id.Any(char.IsControl) ? id : null;
}
