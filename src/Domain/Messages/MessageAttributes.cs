using System.Collections.Immutable;
using System.Text.Json.Nodes;
using IncidentServerless.Domain.Incidents;
using IncidentServerless.Domain.Messages.Text;
using IncidentServerless.Domain.Paging;

namespace IncidentServerless.Domain.Messages;

/// <summary>For subscribers' filters, the same on every message about an incident: <c>kind</c>, <c>severity</c>, <c>type</c>, <c>status</c>, and <c>tenant</c> where one is known.</summary>
public static class MessageAttributes
{
    private const int MostTenants = 10;

    /// <param name="kind">One of the kinds of <c>subscriber-message.schema.json</c>.</param>
    public static ImmutableSortedDictionary<string, SnsAttribute> Of(Incident incident, string kind)
    {
        var attributes = ImmutableSortedDictionary.CreateBuilder<string, SnsAttribute>(StringComparer.Ordinal);
        attributes["kind"] = new("String", kind);
        attributes["severity"] = new("String", Words.Of(incident.Severity));
        attributes["status"] = new("String", incident.Status.ToString());
        attributes["type"] = new("String", incident.Type.ToString());
        string[] tenants = [.. incident.Tenants.Select(tenant => PlainText.Line(tenant, Limits.Name)).Where(tenant => tenant.Length > 0).Take(MostTenants)];
        if (tenants.Length > 0)
        {
            // A filter on a tenant's name matches both forms.
            attributes["tenant"] = tenants is [var only]
                ? new("String", only)
                : new("String.Array", new JsonArray([.. tenants.Select(tenant => (JsonNode)tenant)]).ToJsonString());
        }

        return attributes.ToImmutable();
    }
}
