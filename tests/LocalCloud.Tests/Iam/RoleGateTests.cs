using IncidentServerless.LocalCloud.Observations;
using IncidentServerless.LocalCloud.Template;
using IncidentServerless.LocalCloud.Tests.Support;
using static IncidentServerless.LocalCloud.Tests.Support.Templates;

namespace IncidentServerless.LocalCloud.Tests.Iam;

[Collection("cloud")]
public sealed class RoleGateTests(CloudFixture fixture)
{
    private const string Parameter = """
        "Switch": {"Type": "AWS::SSM::Parameter", "Properties": {"Name": "/incident/automation", "Type": "String", "Value": "on"}}
        """;

    private const string Arn = "arn:aws:ssm:eu-west-1:111122223333:parameter/incident/automation";

    [Theory]
    [InlineData("", false)]
    [InlineData("""{"Effect": "Allow", "Action": "ssm:GetParameter", "Resource": "arn:aws:ssm:eu-west-1:111122223333:parameter/incident/automation"}""", true)]
    [InlineData("""{"Effect": "Allow", "Action": ["ssm:Get*"], "Resource": ["arn:aws:ssm:*:*:parameter/incident/*"]}""", true)]
    [InlineData("""{"Effect": "Allow", "Action": "SSM:getparameter", "Resource": "*"}""", true)]
    [InlineData("""{"Effect": "Allow", "Action": "ssm:GetParameters", "Resource": "*"}""", false)]
    [InlineData("""{"Effect": "Allow", "Action": "ssm:GetParameter", "Resource": "arn:aws:ssm:eu-west-1:111122223333:parameter/other"}""", false)]
    [InlineData("""{"Effect": "Allow", "Action": "*", "Resource": "*"}, {"Effect": "Deny", "Action": "ssm:*", "Resource": "*"}""", false)]
    [InlineData("""{"Effect": "Allow", "NotAction": "ssm:*", "Resource": "*"}""", false)]
    [InlineData("""{"Effect": "Allow", "Action": "*", "Resource": "*", "Condition": {"StringEquals": {"aws:PrincipalTag/team": "x"}}}""", false)]
    public async Task Call_OfAFunction_PassesIfItsRoleGrantsIt(string statements, bool passes)
    {
        await using var cloud = await fixture.WorldAsync(Of(Role(statements), Function(), Parameter));

        var (status, _) = await cloud.ToyCallsAsync("ssm", "AmazonSSM.GetParameter", """{"Name": "/incident/automation"}""");

        Assert.Equal(passes ? 200 : 400, status);
    }

    [Fact]
    public async Task Call_ThatIsNotGranted_IsRefusedInAwsSentence()
    {
        await using var cloud = await fixture.WorldAsync(Of(Role(), Function(), Parameter));
        var role = cloud.Stack.Find("AWS::IAM::Role", "Role")!.PhysicalName;
        var function = cloud.Functions.Find("Toy")!.Name;

        var (_, body) = await cloud.ToyCallsAsync("ssm", "AmazonSSM.GetParameter", """{"Name": "/incident/automation"}""");

        Assert.Equal("AccessDeniedException", (string?)body!["__type"]);
        Assert.Equal($"User: arn:aws:sts::111122223333:assumed-role/{role}/{function} is not authorized to perform: ssm:GetParameter on resource: {Arn} because no identity-based policy allows the ssm:GetParameter action", (string?)body["message"]);
        Assert.Equal(("ssm:GetParameter", Arn), cloud.Observations.Of<AccessDenied>().Select(denied => (denied.Action, denied.Resource)).Single());
    }

    [Fact]
    public async Task Policy_OfItsOwnThatNamesTheRole_Grants()
    {
        const string policy = """
            "Policy": {"Type": "AWS::IAM::Policy", "Properties": {"PolicyName": "p", "Roles": [{"Ref": "Role"}], "PolicyDocument": {"Statement": [{"Effect": "Allow", "Action": "ssm:GetParameter", "Resource": "*"}]}}}
            """;
        await using var cloud = await fixture.WorldAsync(Of(Role(), policy, Function(), Parameter));

        Assert.Equal(200, (await cloud.ToyCallsAsync("ssm", "AmazonSSM.GetParameter", """{"Name": "/incident/automation"}""")).Status);
    }

    [Theory]
    [InlineData("""{"Put": {"TableName": "store", "Item": {"PK": {"S": "a"}}}}""", 200)]
    [InlineData("""{"Delete": {"TableName": "store", "Key": {"PK": {"S": "a"}}}}""", 400)]
    public async Task Transaction_NeedsThePermissionsOfItsParts(string part, int status)
    {
        const string table = """
            "Store": {"Type": "AWS::DynamoDB::Table", "Properties": {"TableName": "store", "KeySchema": [{"AttributeName": "PK", "KeyType": "HASH"}], "AttributeDefinitions": [{"AttributeName": "PK", "AttributeType": "S"}]}}
            """;
        const string grant = """{"Effect": "Allow", "Action": "dynamodb:PutItem", "Resource": {"Fn::GetAtt": ["Store", "Arn"]}}""";
        await using var cloud = await fixture.WorldAsync(Of(Role(grant), Function(), table));

        Assert.Equal(status, (await cloud.ToyCallsAsync("dynamodb", "DynamoDB_20120810.TransactWriteItems", $$$"""{"TransactItems": [{{{part}}}]}""")).Status);
    }

    [Fact]
    public async Task Task_ThatTheWorkflowsRoleDoesNotGrant_Fails()
    {
        await using var cloud = await fixture.WorldAsync(Of(Role(), Function(), Topic, Workflow("arn:aws:states:::sns:publish", """{"TopicArn": "${Topic}", "Message": "m"}""")));

        var execution = await cloud.RunAsync();

        Assert.Equal("SNS.AuthorizationErrorException", execution.Error);
        Assert.Contains("/e1 is not authorized to perform: SNS:Publish on resource: arn:aws:sns:eu-west-1:111122223333:pages", execution.Cause, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("https://events.pagerduty.com/*", true)]
    [InlineData("https://slack.com/*", false)]
    public async Task HttpInvoke_ChecksTheEndpointConditionAndTheConnection(string endpoint, bool passes)
    {
        const string connection = """
            "Pager": {"Type": "AWS::Events::Connection", "Properties": {"Name": "pager", "AuthorizationType": "API_KEY", "AuthParameters": {"ApiKeyAuthParameters": {"ApiKeyName": "a", "ApiKeyValue": "b"}}}}
            """;
        var grants = $$$"""
            {"Effect": "Allow", "Action": "states:InvokeHTTPEndpoint", "Resource": "*", "Condition": {"StringEquals": {"states:HTTPMethod": "POST"}, "StringLike": {"states:HTTPEndpoint": "{{{endpoint}}}"} } },
            {"Effect": "Allow", "Action": "events:RetrieveConnectionCredentials", "Resource": {"Fn::GetAtt": ["Pager", "Arn"]}},
            {"Effect": "Allow", "Action": ["secretsmanager:GetSecretValue", "secretsmanager:DescribeSecret"], "Resource": {"Fn::GetAtt": ["Pager", "SecretArn"]}}
            """;
        var flow = Workflow("arn:aws:states:::http:invoke", """{"ApiEndpoint": "https://events.pagerduty.com/v2/enqueue", "Method": "POST", "Authentication": {"ConnectionArn": "PAGER"}}""");
        var template = Of(Role(grants), Function(), connection, flow);
        string arn;
        await using (var first = await fixture.WorldAsync(template))
            arn = first.Stack.Find("AWS::Events::Connection", "Pager")!.Arn;
        await using var cloud = await fixture.WorldAsync(template.Replace("PAGER", arn));

        // The sink refuses the empty event; what matters is how far the call came.
        Assert.Equal(passes ? "States.Http.StatusCode.400" : "States.Http.AccessDeniedException", (await cloud.RunAsync()).Error);
    }

    [Fact]
    public async Task Policy_WithAConditionThatIsNotChecked_IsRefusedAtTheStart()
    {
        var error = await Assert.ThrowsAsync<TemplateException>(() => fixture.WorldAsync(Of(Role("""{"Effect": "Allow", "Action": "*", "Resource": "*", "Condition": {"IpAddress": {"aws:SourceIp": "10.0.0.0/8"}}}"""))));

        Assert.StartsWith("The policy 'Role/grants' uses the condition operator IpAddress, which the local cloud does not check;", error.Message);
    }
}
