using System.Net;
using IncidentServerless.Domain.Remediation;

namespace IncidentServerless.Domain.Policy.Reading;

/// <summary><c>runbooks.authentication</c> (runbook 3.4).</summary>
internal static class AuthenticationShapes
{
    private static readonly Shape<IReadOnlyList<string>> Clients = Shape.List("a list of app clients' ids", Scalars.Text("the id of an app client", 128));

    private static readonly Shape<IpSetName?> IpSet = Shape.Object<IpSetName?>("an object with name and id", members => new IpSetName(
        members.Required("name", Scalars.Text("the name of a WAF IP set", 128)),
        members.Required("id", Scalars.Text("the id of a WAF IP set", 36))));

    private static readonly Shape<string> Network = Scalars.Text("an IPv4 network like 203.0.113.0/24", 18) with
    {
        Read = value =>
        {
            if (!IPNetwork.TryParse(value.Text, out var network) || network.BaseAddress.AddressFamily != System.Net.Sockets.AddressFamily.InterNetwork)
            {
                value.Fault($"is {value.Quoted}; expected an IPv4 network like 203.0.113.0/24");
            }

            return value.Text;
        },
    };

    public static Shape<RunbookRow<AuthenticationPolicy>> Row { get; } = RunbookShapes.Row(
        members => new AuthenticationPolicy(
            members.Optional<string?>("userPool", Scalars.Text("the id of a user pool like eu-west-1_AbCdEf123", 55)!, otherwise: null),
            members.Optional("clients", Clients, otherwise: []),
            members.Optional<string?>("logGroup", Scalars.Text("the name of a log group", 512)!, otherwise: null),
            members.Optional<string?>("apiLogGroup", Scalars.Text("the name of a log group", 512)!, otherwise: null),
            members.Optional<string?>("api", Scalars.Text("the id of an HTTP API", 64)!, otherwise: null),
            members.Optional("ipSet", IpSet, otherwise: null),
            members.Optional("neverBlock", Shape.List("a list of IPv4 networks", Network), otherwise: [])),
        ActionKinds.SignOutUsers, ActionKinds.BlockAddresses);
}
