namespace IncidentServerless.LocalCloud.Template;

/// <summary>Where a stack lives.</summary>
/// <param name="StackName">CloudFormation's name for it; physical names begin with it.</param>
/// <param name="Account">Twelve digits.</param>
/// <param name="Region">For example <c>eu-west-1</c>.</param>
/// <param name="Endpoint">The local cloud's address; queue and function URLs are below it.</param>
public sealed record StackIdentity(string StackName, string Account, string Region, Uri Endpoint)
{
    public string Arn(string service, string resource) => $"arn:aws:{service}:{Region}:{Account}:{resource}";

    public string RoleArn(string path, string name) => $"arn:aws:iam::{Account}:role{path}{name}";

    public string QueueUrl(string name) => new Uri(Endpoint, $"/{Account}/{name}").ToString();

    public string FunctionUrl(string function) => new Uri(Endpoint, $"/_url/{function}/").ToString();

    public string StackId => Arn("cloudformation", $"stack/{StackName}/{StableId.Guid(StackName)}");
}
