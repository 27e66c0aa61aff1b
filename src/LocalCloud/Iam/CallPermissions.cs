using System.Text.Json.Nodes;
using IncidentServerless.LocalCloud.Endpoint;
using IncidentServerless.LocalCloud.Kms;
using IncidentServerless.LocalCloud.Lambda;
using IncidentServerless.LocalCloud.Template;

namespace IncidentServerless.LocalCloud.Iam;

/// <summary>Which permissions a call needs ("Actions, resources, and condition keys", Service Authorization Reference).</summary>
internal sealed class CallPermissions(StackIdentity stack, KmsService kms, LambdaService lambda, IReadOnlyDictionary<string, string> connectionSecrets)
{
    public IEnumerable<Permission> Of(ServiceCall call) => call.Service switch
    {
        "sqs" => [new($"sqs:{call.Operation.Replace("Batch", "")}", Queue(call.Input))],
        "sns" => [new($"sns:{call.Operation}", call.Input.Text("TopicArn") ?? call.Input.Text("TargetArn") ?? "*")],
        "kms" => [Kms(call)],
        "ssm" => Parameters(call),
        "events" => [new($"events:{call.Operation}", stack.Arn("events", "event-bus/default"))],
        "lambda" => [new(call.Operation == "Invoke" ? "lambda:InvokeFunction" : $"lambda:{call.Operation}", Function(call.Input))],
        "states" => [States(call)],
        "dynamodb" => DynamoDbPermissions.Of(stack, call),
        "http" => Http(call),
        _ => AccountPermissions.Of(stack, call).Select(permission => permission with { KnowsTags = false }),
    };

    private string? Queue(JsonObject input) => input.Text("QueueUrl") is { } url ? stack.Arn("sqs", url[(url.LastIndexOf('/') + 1)..])
        : input.Text("QueueName") is { } name ? stack.Arn("sqs", name)
        : "*";

    private Permission Kms(ServiceCall call) => new Permission($"kms:{call.Operation}", kms.FindKeyArn(call.Input.Text("KeyId") ?? "") ?? call.Input.Text("KeyId"))
        .With("kms:MacAlgorithm", call.Input.Text("MacAlgorithm"));

    private IEnumerable<Permission> Parameters(ServiceCall call)
    {
        var names = call.Input.Strings("Names") is { Count: > 0 } many ? many : call.Input.Strings("Name");
        return names.Count == 0 || !call.Operation.Contains("Parameter", StringComparison.Ordinal)
            ? [new($"ssm:{call.Operation}", null)]
            : names.Select(name => new Permission($"ssm:{call.Operation}", name.StartsWith("arn:", StringComparison.Ordinal) ? name : stack.Arn("ssm", "parameter/" + name.TrimStart('/'))));
    }

    private string? Function(JsonObject input) => input.Text("FunctionName") is not { } name ? null
        : name.StartsWith("arn:", StringComparison.Ordinal) ? name
        : lambda.Find(name)?.Arn ?? stack.Arn("lambda", "function:" + name);

    // Answering a token names no resource; the token is the authority.
    private static Permission States(ServiceCall call) => new($"states:{call.Operation}",
        call.Operation.StartsWith("SendTask", StringComparison.Ordinal) ? "*" : call.Input.Text("stateMachineArn") ?? call.Input.Text("executionArn") ?? "*");

    /// <summary>The machine whose execution calls: <c>…:execution:name:id</c> is of <c>…:stateMachine:name</c>.</summary>
    private static string? Machine(Caller caller) => caller.Via?.Split(':') is [var arn, var partition, "states", var region, var account, "execution", var name, ..]
        ? string.Join(':', arn, partition, "states", region, account, "stateMachine", name)
        : null;

    private IEnumerable<Permission> Http(ServiceCall call)
    {
        var input = call.Input;
        var connection = input.Object("Authentication").Text("ConnectionArn") ?? "";
        yield return new Permission("states:InvokeHTTPEndpoint", Machine(call.Caller))
            .With("states:HTTPEndpoint", input.Text("ApiEndpoint"))
            .With("states:HTTPMethod", input.Text("Method"));
        yield return new Permission("events:RetrieveConnectionCredentials", connection);
        if (!connectionSecrets.TryGetValue(connection, out var secret))
            yield break;
        yield return new Permission("secretsmanager:GetSecretValue", secret);
        yield return new Permission("secretsmanager:DescribeSecret", secret);
    }
}
