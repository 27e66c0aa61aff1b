using System.Text.Json.Nodes;
using IncidentServerless.LocalCloud.Template;

namespace IncidentServerless.LocalCloud.Tests.Template;

public sealed class StackTests
{
    private static readonly StackIdentity Identity = new("Toy", "111122223333", "eu-west-1", new Uri("http://127.0.0.1:4000/"));

    [Theory]
    [InlineData("""{"Ref": "Queue"}""", "\"http://127.0.0.1:4000/111122223333/orders\"")]
    [InlineData("""{"Fn::GetAtt": ["Queue", "Arn"]}""", "\"arn:aws:sqs:eu-west-1:111122223333:orders\"")]
    [InlineData("""{"Fn::GetAtt": "Queue.QueueName"}""", "\"orders\"")]
    [InlineData("""{"Fn::Join": ["-", ["a", {"Ref": "AWS::Region"}, {"Ref": "Size"}]]}""", "\"a-eu-west-1-5\"")]
    [InlineData("""{"Fn::Sub": "${AWS::AccountId}/${Queue.QueueName}/${!Literal}"}""", "\"111122223333/orders/${Literal}\"")]
    [InlineData("""{"Fn::Sub": ["${x}!", {"x": {"Ref": "Size"}}]}""", "\"5!\"")]
    [InlineData("""{"Fn::Select": [1, {"Fn::Split": ["/", "a/b/c"]}]}""", "\"b\"")]
    [InlineData("""{"Fn::If": ["Large", "l", "s"]}""", "\"s\"")]
    [InlineData("""{"Fn::If": ["NotLarge", [1, {"Ref": "AWS::NoValue"}, 2], "s"]}""", "[1,2]")]
    [InlineData("""{"Fn::FindInMap": ["Sizes", {"Ref": "AWS::Region"}, "disk"]}""", "9")]
    [InlineData("""{"a": {"Ref": "AWS::NoValue"}, "b": null}""", """{"b":null}""")]
    public void Load_Intrinsics_AreResolved(string expression, string expected)
    {
        var stack = Stack.Load((JsonObject)JsonNode.Parse($$$"""
            {
              "Parameters": {"Size": {"Type": "Number", "Default": 5} },
              "Mappings": {"Sizes": {"eu-west-1": {"disk": 9} } },
              "Conditions": {"Large": {"Fn::Equals": [{"Ref": "Size"}, "9"]}, "NotLarge": {"Fn::Not": [{"Condition": "Large"}]} },
              "Resources": {
                "Queue": {"Type": "AWS::SQS::Queue", "Properties": {"QueueName": "orders"}},
                "Probe": {"Type": "AWS::SSM::Parameter", "Properties": {"Value": {{{expression}}} }}
              }
            }
            """)!, Identity);

        Assert.Equal(expected, stack.Find("AWS::SSM::Parameter", "Probe")!.Properties["Value"]!.ToJsonString().Replace("\\u0027", "'"));
    }

    [Fact]
    public void Load_ConditionFalse_LeavesTheResourceOut()
    {
        var stack = Load("""{"Conditions": {"Never": {"Fn::Equals": ["a", "b"]}}, "Resources": {"Q": {"Type": "AWS::SQS::Queue", "Condition": "Never"}}}""");

        Assert.Empty(stack.Resources);
    }

    [Fact]
    public void Load_SecretReference_IsAFixedValueForEachSecretAndKey()
    {
        var stack = Load("""
            {"Resources": {"A": {"Type": "AWS::SSM::Parameter", "Properties": {"Value": {"Fn::Join": ["", ["Bearer {{resolve:secretsmanager:", "chat:SecretString:token::}}"]]}, "Description": "{{resolve:secretsmanager:arn:aws:secretsmanager:eu-west-1:1:secret:pager-x}}"}}}}
            """);

        Assert.Equal("Bearer " + DynamicReferences.FakeSecret("chat", "token"), (string?)stack.Resources.Single().Properties["Value"]);
        Assert.Equal(DynamicReferences.FakeSecret("arn:aws:secretsmanager:eu-west-1:1:secret:pager-x"), (string?)stack.Resources.Single().Properties["Description"]);
        Assert.Equal(32, DynamicReferences.FakeSecret("chat").Length);
    }

    [Fact]
    public void Load_NoName_NameIsCutToTheServicesLimit()
    {
        var stack = Load($$$"""{"Resources": {"{{{new string('L', 90)}}}": {"Type": "AWS::Lambda::Function", "Properties": {"Role": "r"} } } }""");

        var name = stack.Resources.Single().PhysicalName;
        Assert.Equal(64, name.Length);
        Assert.StartsWith("Toy-LLLL", name);
    }

    [Fact]
    public void Load_ReferenceToNothing_SaysWhich()
    {
        var error = Assert.Throws<TemplateException>(() => Load("""{"Resources": {"A": {"Type": "AWS::SSM::Parameter", "Properties": {"Value": {"Ref": "Missing"}}}}}"""));

        Assert.Equal("The template refers to 'Missing', which is neither a resource nor a parameter of it.", error.Message);
    }

    [Fact]
    public void Outputs_WithIntrinsics_AreText()
    {
        var stack = Load("""{"Resources": {"T": {"Type": "AWS::SNS::Topic"}}, "Outputs": {"Topic": {"Value": {"Fn::GetAtt": ["T", "TopicName"]}}}}""");

        Assert.Equal(stack.Resources.Single().PhysicalName, stack.Outputs["Topic"]);
    }

    private static Stack Load(string template) => Stack.Load((JsonObject)JsonNode.Parse(template)!, Identity);
}
