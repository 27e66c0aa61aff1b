using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using IncidentServerless.LocalCloud.Template;

namespace IncidentServerless.LocalCloud.Endpoint;

/// <summary>AWS query: form parameters in, XML out.</summary>
/// <param name="xmlNamespace">The service's.</param>
/// <param name="flattened">Lists and maps are repeated elements (SQS) instead of <c>member</c> and <c>entry</c> (SNS).</param>
internal sealed class QueryProtocol(string xmlNamespace, bool flattened) : IWireProtocol
{
    private static readonly HashSet<string> Maps = ["Attributes", "MessageAttributes"];
    private readonly XNamespace space = xmlNamespace;

    public static QueryProtocol Sns { get; } = new("http://sns.amazonaws.com/doc/2010-03-31/", flattened: false);

    public static QueryProtocol Sqs { get; } = new("http://queue.amazonaws.com/doc/2012-11-05/", flattened: true);

    public WireAnswer Answer(string operation, JsonObject output, string requestId) => Write(200, new XElement(space + $"{operation}Response",
        new XElement(space + $"{operation}Result", output.SelectMany(member => Member(member.Key, member.Value, operation))),
        new XElement(space + "ResponseMetadata", new XElement(space + "RequestId", requestId))));

    public WireAnswer Refusal(AwsError error, string requestId) => Write(error.Status, new XElement(space + "ErrorResponse",
        new XElement(space + "Error",
            new XElement(space + "Type", error.Status < 500 ? "Sender" : "Receiver"),
            new XElement(space + "Code", error.Code == "QueueDoesNotExist" ? "AWS.SimpleQueueService.NonExistentQueue" : error.Code),
            new XElement(space + "Message", error.Message)),
        new XElement(space + "RequestId", requestId)));

    private IEnumerable<XElement> Member(string name, JsonNode? value, string operation) => value switch
    {
        null => [],
        JsonArray items when flattened => items.Select(item => Element(Singular(name, operation), item)),
        JsonArray items => [new XElement(space + name, items.Select(item => Element("member", item)))],
        JsonObject map when Maps.Contains(name) && flattened => map.Select(entry => Entry(Singular(name, operation), "Name", "Value", entry)),
        JsonObject map when Maps.Contains(name) => [new XElement(space + name, map.Select(entry => Entry("entry", "key", "value", entry)))],
        _ => [Element(name, value)],
    };

    private XElement Entry(string name, string keyName, string valueName, KeyValuePair<string, JsonNode?> entry) =>
        new(space + name, new XElement(space + keyName, entry.Key), Element(valueName, entry.Value));

    private XElement Element(string name, JsonNode? value) => value is JsonObject structure
        ? new XElement(space + name, structure.SelectMany(member => Member(member.Key, member.Value, name)))
        : new XElement(space + name, value?.GetValueKind() == JsonValueKind.String ? (string)value! : value?.Compact());

    // SQS's element names: Messages -> Message, QueueUrls -> QueueUrl, Attributes -> Attribute; its batch answers are named by the operation.
    private static string Singular(string list, string operation) => list switch
    {
        "Successful" => operation + "ResultEntry",
        "Failed" => "BatchResultErrorEntry",
        _ => list.TrimEnd('s'),
    };

    private static WireAnswer Write(int status, XElement body) => new(status, "text/xml", Encoding.UTF8.GetBytes(body.ToString(SaveOptions.DisableFormatting)));
}
