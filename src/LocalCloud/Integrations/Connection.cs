using System.Text;
using System.Text.Json.Nodes;
using IncidentServerless.LocalCloud.Template;

namespace IncidentServerless.LocalCloud.Integrations;

/// <summary>An EventBridge connection: what it adds to a call.</summary>
/// <param name="Headers">Its authorization, and its own headers.</param>
internal sealed record Connection(
    string Arn,
    string SecretArn,
    IReadOnlyDictionary<string, string> Headers,
    IReadOnlyDictionary<string, string> Query,
    IReadOnlyDictionary<string, string> Body)
{
    /// <exception cref="TemplateException">Its kind of authorization is not emulated.</exception>
    public static Connection Read(StackResource resource, string secretArn)
    {
        var parameters = resource.Properties.Object("AuthParameters");
        var http = parameters.Object("InvocationHttpParameters");
        var headers = Pairs(http, "HeaderParameters");
        switch (resource.Properties.Text("AuthorizationType"))
        {
            case "API_KEY":
                var key = parameters.Object("ApiKeyAuthParameters");
                headers[key.Text("ApiKeyName") ?? ""] = key.Text("ApiKeyValue") ?? "";
                break;
            case "BASIC":
                var basic = parameters.Object("BasicAuthParameters");
                headers["Authorization"] = "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes($"{basic.Text("Username")}:{basic.Text("Password")}"));
                break;
            case var other:
                throw new TemplateException($"The connection '{resource.LogicalId}' authorizes by {other}, which the local cloud does not emulate; it knows API_KEY and BASIC.");
        }
        return new(resource.Arn, secretArn, headers, Pairs(http, "QueryStringParameters"), Pairs(http, "BodyParameters"));
    }

    private static Dictionary<string, string> Pairs(JsonObject http, string member) =>
        http.List(member).ToDictionary(pair => pair.Text("Key") ?? "", pair => pair.Text("Value") ?? "");
}
