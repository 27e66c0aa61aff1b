using System.Text.Json;
using Amazon.DynamoDBv2.Model;
using IncidentServerless.Domain.Intake;
using IncidentServerless.Domain.Json;

namespace IncidentServerless.Storage;

/// <summary>An event's entry in the ledger.</summary>
internal static class LedgerItem
{
    private const string Disposition = "disposition";

    public static Dictionary<string, AttributeValue> Write(string source, string eventId, EventDisposition disposition, DateTimeOffset expires)
    {
        var item = Attributes.Key(TableKeys.Signal(source, eventId), TableKeys.LedgerSort);
        item[Disposition] = Attributes.Text(JsonSerializer.Serialize(disposition, DomainJson.Default.EventDisposition));
        item[TableKeys.TimeToLive] = Attributes.Expiry(expires);
        return item;
    }

    public static EventDisposition Read(Dictionary<string, AttributeValue> item) =>
        JsonSerializer.Deserialize(item.Text(Disposition), DomainJson.Default.EventDisposition) ?? throw new FormatException("The ledger entry is null.");
}
