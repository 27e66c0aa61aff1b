using IncidentServerless.LocalCloud.Endpoint;
using IncidentServerless.LocalCloud.Observations;

namespace IncidentServerless.LocalCloud.Iam;

/// <summary>Lets a call pass that the caller's role grants. The operator may do anything.</summary>
internal sealed class RoleGate(RolePolicies policies, CallPermissions permissions, ObservationLog observations)
{
    /// <exception cref="AwsError">The role does not grant it; in AWS's sentence.</exception>
    public void Check(ServiceCall call)
    {
        if (call.Caller.RoleArn is not { } role)
            return;
        var via = call.Caller.Via ?? "session";
        try
        {
            foreach (var permission in permissions.Of(call))
                policies.Check(role, via[(via.LastIndexOf(':') + 1)..], permission);
        }
        catch (AccessDenial denial)
        {
            observations.Add(new AccessDenied(denial.Role, denial.Permission.Action, denial.Permission.Resource ?? "*"));
            throw Refusal(call.Service, denial.Message);
        }
    }

    private static AwsError Refusal(string service, string message) => service switch
    {
        "sns" => new AwsError("AuthorizationError", message, 403),
        "sqs" or "lambda" or "http" => new AwsError("AccessDeniedException", message, 403),
        _ => new AwsError("AccessDeniedException", message),
    };
}
