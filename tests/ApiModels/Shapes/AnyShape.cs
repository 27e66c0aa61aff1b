using System.Text.Json.Nodes;

namespace IncidentServerless.ApiModels.Shapes;

/// <summary>Anything: a document, or bytes, for which Step Functions takes text and JSON alike.</summary>
public sealed class AnyShape : Shape
{
    protected override IEnumerable<string> Check(JsonNode? value, string path) => [];
}
