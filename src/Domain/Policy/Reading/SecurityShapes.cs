using IncidentServerless.Domain.Remediation;

namespace IncidentServerless.Domain.Policy.Reading;

/// <summary><c>runbooks.security-finding</c>.</summary>
internal static class SecurityShapes
{
    private static readonly Shape<IsolationPolicy?> Isolation = Shape.Object<IsolationPolicy?>("an object with securityGroup, tagKey and tagValue", members => new IsolationPolicy(
        members.Required("securityGroup", Scalars.Text("the id of a security group like sg-0123456789abcdef0", 255)),
        members.Required("tagKey", Scalars.Text("the key of a tag", 128)),
        members.Required("tagValue", Scalars.Text("the value of a tag", 256))));

    public static Shape<RunbookRow<SecurityPolicy>> Row { get; } = RunbookShapes.Row(
        members => new SecurityPolicy(members.Optional("isolation", Isolation, otherwise: null)),
        ActionKinds.DeactivateKey, ActionKinds.DenySessions, ActionKinds.IsolateInstance, ActionKinds.BlockPublicAccess);
}
