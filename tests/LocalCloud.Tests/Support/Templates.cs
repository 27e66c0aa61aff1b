namespace IncidentServerless.LocalCloud.Tests.Support;

/// <summary>Resources that the tests' templates are put together from.</summary>
internal static class Templates
{
    public static string Of(params string[] resources) => $$$"""{"Resources": { {{{string.Join(",\n", resources)}}} }}""";

    public static string Role(string statements = "") => $$$"""
        "Role": {"Type": "AWS::IAM::Role", "Properties": {"AssumeRolePolicyDocument": {"Statement": [{"Effect": "Allow", "Action": "sts:AssumeRole", "Principal": {"Service": ["lambda.amazonaws.com", "states.amazonaws.com", "events.amazonaws.com"]}}]}, "Policies": [{"PolicyName": "grants", "PolicyDocument": {"Statement": [ {{{statements}}} ]}}]}}
        """;

    public static string Function(string name = "Toy", string more = "") => $$$"""
        "{{{name}}}": {"Type": "AWS::Lambda::Function", "Properties": {"Role": {"Fn::GetAtt": ["Role", "Arn"]}, "Handler": "toy", "Runtime": "provided.al2023", "Timeout": 10 {{{more}}} }}
        """;

    /// <summary>A queue and its dead-letter queue, which let EventBridge and SNS in.</summary>
    public static string Queue(string name = "Inbox", int maximumReceives = 3, string more = "") => $$$"""
        "{{{name}}}Dead": {"Type": "AWS::SQS::Queue"},
        "{{{name}}}Policy": {"Type": "AWS::SQS::QueuePolicy", "Properties": {"Queues": [{"Ref": "{{{name}}}"}, {"Ref": "{{{name}}}Dead"}], "PolicyDocument": {"Statement": [
            {"Effect": "Allow", "Action": "sqs:SendMessage", "Resource": "*", "Principal": {"Service": ["events.amazonaws.com", "sns.amazonaws.com"]}, "Condition": {"ArnLike": {"aws:SourceArn": "arn:aws:*:eu-west-1:111122223333:*"} } }]} } },
        "{{{name}}}": {"Type": "AWS::SQS::Queue", "Properties": {"VisibilityTimeout": 60, "RedrivePolicy": {"deadLetterTargetArn": {"Fn::GetAtt": ["{{{name}}}Dead", "Arn"]}, "maxReceiveCount": {{{maximumReceives}}} } {{{more}}} }}
        """;

    public static string Mapping(string queue = "Inbox", string function = "Toy", string more = ", \"BatchSize\": 10") => $$$"""
        "{{{queue}}}To{{{function}}}": {"Type": "AWS::Lambda::EventSourceMapping", "Properties": {
            "EventSourceArn": {"Fn::GetAtt": ["{{{queue}}}", "Arn"]}, "FunctionName": {"Ref": "{{{function}}}"}, "FunctionResponseTypes": ["ReportBatchItemFailures"] {{{more}}} }}
        """;

    /// <summary>A workflow of one Task.</summary>
    public static string Workflow(string resource, string arguments, string name = "Flow", string more = "") => Machine($$$"""
        {"Type": "Task", "Resource": "{{{resource}}}", "Arguments": {{{arguments}}}, "End": true {{{more}}} }
        """, name);

    public static string Machine(string state, string name = "Flow") => $$$"""
        "{{{name}}}": {"Type": "AWS::StepFunctions::StateMachine", "Properties": {"StateMachineName": "{{{name}}}", "RoleArn": {"Fn::GetAtt": ["Role", "Arn"]},
            "DefinitionString": {{{System.Text.Json.JsonSerializer.Serialize($$"""{"QueryLanguage": "JSONata", "StartAt": "Do it", "States": {"Do it": {{state}} } }""")}}},
            "DefinitionSubstitutions": {"Toy": {"Fn::GetAtt": ["Toy", "Arn"]}, "Topic": "arn:aws:sns:eu-west-1:111122223333:pages", "Region": "eu-west-1"} } }
        """;

    public const string Everything = """{"Effect": "Allow", "Action": "*", "Resource": "*"}""";

    public const string Topic = """
        "Topic": {"Type": "AWS::SNS::Topic", "Properties": {"TopicName": "pages"}}
        """;
}
