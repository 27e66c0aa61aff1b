using System.Text.Json.Nodes;
using IncidentServerless.LocalCloud.Sinks;

namespace IncidentServerless.LocalCloud.Tests.Sinks;

public sealed class StatusPageSinkTests
{
    private const string Incidents = "/v1/pages/kctbh9vrtdwd/incidents";

    private static readonly Dictionary<string, string> Key = new() { ["authorization"] = "OAuth 89a229ce1a8dbcf9ff30430fbe35eb4c" };

    private readonly StatusPageSink sink = new();

    [Fact]
    public void Incident_Made_IsListedWithItsMetadataAndChangedByItsNumber()
    {
        var made = Call("POST", Incidents, """{ "incident": { "name": "Service outage", "status": "investigating", "metadata": { "ours": { "id": "INC-1" } } } }""");
        var id = (string?)made.Body!["id"];
        var changed = Call("PATCH", $"{Incidents}/{id}", """{ "incident": { "status": "resolved" } }""");
        var listed = Call("GET", Incidents, "null").Body!.AsArray();

        Assert.Equal((201, 200, "resolved"), (made.Status, changed.Status, (string?)changed.Body!["status"]));
        Assert.Equal((id, "INC-1"), ((string?)Assert.Single(listed)!["id"], (string?)listed[0]!["metadata"]!["ours"]!["id"]));
    }

    [Theory]
    [InlineData("""{ "incident": { "status": "investigating" } }""", "Name can't be blank")]
    [InlineData("""{ "incident": { "name": "x", "status": "broken" } }""", "Status is not valid")]
    [InlineData("""{ "incident": { "name": "x", "impact_override": "huge" } }""", "Impact override is not valid")]
    [InlineData("""{ "incident": { "name": "x", "metadata": { "id": "INC-1" } } }""", "Metadata id must be an object")]
    [InlineData("""{ "incident": { "name": "x", "components": { "a": "down" } } }""", "Component a has no such status")]
    public void Incident_AgainstTheContract_IsRefused(string body, string fault)
    {
        var answer = Call("POST", Incidents, body);

        Assert.Equal((422, fault), (answer.Status, (string?)answer.Body!["error"]![0]));
    }

    [Theory]
    [InlineData("PATCH", "/v1/pages/kctbh9vrtdwd/incidents/unknown")]
    [InlineData("GET", "/v1/pages")]
    [InlineData("DELETE", Incidents)]
    public void Call_OfWhatIsNotThere_Answers404(string method, string path) => Assert.Equal(404, Call(method, path, """{ "incident": {} }""").Status);

    [Fact]
    public void Call_WithoutAKey_Answers401() => Assert.Equal(401, sink.Receive(new SinkRequest("api.statuspage.io", "GET", Incidents, new Dictionary<string, string>(), null)).Status);

    private SinkAnswer Call(string method, string path, string body) => sink.Receive(new SinkRequest("api.statuspage.io", method, path, Key, JsonNode.Parse(body)));
}
