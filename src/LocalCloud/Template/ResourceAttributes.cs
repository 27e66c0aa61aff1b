using System.Text.Json.Nodes;

namespace IncidentServerless.LocalCloud.Template;

/// <summary>What <c>Ref</c> and <c>Fn::GetAtt</c> answer, by resource type (the "Return values" of each type in the CloudFormation reference).</summary>
internal sealed class ResourceAttributes(StackIdentity stack)
{
    public string Ref(string type, string name) => type switch
    {
        "AWS::SQS::Queue" => stack.QueueUrl(name),
        "AWS::SNS::Topic" or "AWS::StepFunctions::StateMachine" or "AWS::IAM::ManagedPolicy" => Arn(type, name),
        _ => name,
    };

    /// <returns>Null when the type has no such attribute.</returns>
    public string? Get(string type, string name, string attribute, JsonObject properties) => (type, attribute) switch
    {
        (_, "Arn") => Arn(type, name),
        ("AWS::SQS::Queue", "QueueName") => name,
        ("AWS::SQS::Queue", "QueueUrl") => stack.QueueUrl(name),
        ("AWS::SNS::Topic", "TopicArn") => Arn(type, name),
        ("AWS::SNS::Topic", "TopicName") => name,
        ("AWS::StepFunctions::StateMachine" or "AWS::Events::EventBus", "Name") => name,
        ("AWS::KMS::Key", "KeyId") => name,
        ("AWS::IAM::Role", "RoleId") => "AROA" + StableId.Hex(name, 16).ToUpperInvariant(),
        ("AWS::Lambda::Function", "CurrentVersion" or "Version") => "$LATEST",
        ("AWS::Events::Connection", "SecretArn") => ConnectionSecretArn(name),
        ("AWS::DynamoDB::Table" or "AWS::DynamoDB::GlobalTable", "StreamArn") => $"{Arn(type, name)}/stream/1970-01-01T00:00:00.000",
        ("AWS::SSM::Parameter", "Value" or "Type") => (string?)properties[attribute],
        _ => null,
    };

    /// <summary>The ARN of a resource; for a type that is not emulated, one of the usual shape.</summary>
    public string Arn(string type, string name) => type switch
    {
        "AWS::SQS::Queue" => stack.Arn("sqs", name),
        "AWS::SNS::Topic" => stack.Arn("sns", name),
        "AWS::Lambda::Function" => stack.Arn("lambda", "function:" + name),
        "AWS::DynamoDB::Table" or "AWS::DynamoDB::GlobalTable" => stack.Arn("dynamodb", "table/" + name),
        "AWS::StepFunctions::StateMachine" => stack.Arn("states", "stateMachine:" + name),
        "AWS::KMS::Key" => stack.Arn("kms", "key/" + name),
        "AWS::Events::Rule" => stack.Arn("events", "rule/" + name),
        "AWS::Events::EventBus" => stack.Arn("events", "event-bus/" + name),
        "AWS::Events::Connection" => stack.Arn("events", $"connection/{name}/{StableId.Guid("connection/" + name)}"),
        "AWS::IAM::Role" => stack.RoleArn("/", name),
        "AWS::IAM::ManagedPolicy" => $"arn:aws:iam::{stack.Account}:policy/{name}",
        "AWS::Logs::LogGroup" => stack.Arn("logs", $"log-group:{name}:*"),
        "AWS::S3::Bucket" => $"arn:aws:s3:::{name}",
        _ => stack.Arn(type.Split("::") is [_, var service, ..] ? service.ToLowerInvariant() : "unknown", name),
    };

    private string ConnectionSecretArn(string name) =>
        stack.Arn("secretsmanager", $"secret:events!connection/{name}/{StableId.Guid("secret/" + name)}-{StableId.Suffix(name, 6)}");
}
