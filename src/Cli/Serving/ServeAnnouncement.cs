using System.Text.Json.Nodes;
using IncidentServerless.Cli.Preparation;
using IncidentServerless.Cli.Scenarios.Playing;
using IncidentServerless.Cli.Sending;
using IncidentServerless.LocalCloud.Boot;
using Spectre.Console;

namespace IncidentServerless.Cli.Serving;

/// <summary>Says what runs and how to use it.</summary>
internal static class ServeAnnouncement
{
    public static async Task MakeAsync(Cloud cloud, IAnsiConsole terminal)
    {
        var suite = new Suite(cloud.Stack);
        foreach (var topic in SignalTopic.All)
        {
            await cloud.CallAsync("ssm", "PutParameter", new JsonObject
            {
                ["Name"] = ServeClient.ParameterOf(topic),
                ["Value"] = suite.TopicArn(topic),
                ["Type"] = "String",
            });
        }

        var endpoint = cloud.Endpoint.ToString().TrimEnd('/');
        var lines = terminal.Profile.Out.Writer;
        lines.WriteLine();
        terminal.Write(new Text($"The suite runs at {endpoint} until Ctrl-C.\n", new Style(decoration: Decoration.Bold)));
        List("Signal topics", [.. SignalTopic.All.Select(suite.TopicArn)]);
        List("Page topics", [suite.PageTopic, .. suite.PersonTopics.Keys]);
        List("Queues", Names(cloud, "AWS::SQS::Queue"));
        List("State machines", suite.StateMachines);
        List("Incident table", [suite.Table]);
        List("Responders' links", [suite.RespondUrl.ToString()]);
        lines.WriteLine();
        lines.WriteLine("Send an alarm from another terminal:");
        lines.WriteLine($"  incident send --now {Sample("latency-alarm.json")}{(cloud.Endpoint.Port == 4566 ? "" : $" --endpoint {endpoint}")}");
        lines.WriteLine($"  aws sns publish --endpoint-url {endpoint} --topic-arn {suite.TopicArn(SignalTopic.Alarms)} --message file://{Sample("alarm-notification.json")}");
        lines.WriteLine("Or a mail of AWS Budgets:");
        lines.WriteLine($"  incident send {Sample("budget-mail.json")}{(cloud.Endpoint.Port == 4566 ? "" : $" --endpoint {endpoint}")}");
        lines.WriteLine("Look at what came of it:");
        lines.WriteLine($"  aws stepfunctions list-executions --endpoint-url {endpoint} --state-machine-arn {suite.LifecycleArn}");
        lines.WriteLine($"(aws needs a region and any credentials: AWS_DEFAULT_REGION={cloud.Stack.Identity.Region} AWS_ACCESS_KEY_ID=operator AWS_SECRET_ACCESS_KEY=operator)");
        lines.WriteLine();

        void List(string what, IReadOnlyList<string> names)
        {
            foreach (var (index, name) in names.Index())
            {
                lines.WriteLine($"  {(index == 0 ? what : ""),-18}{name}");
            }
        }
    }

    private static IReadOnlyList<string> Names(Cloud cloud, string type) => [.. cloud.Stack.OfType(type).Select(resource => resource.PhysicalName)];

    // As short as the reader's own folder allows.
    private static string Sample(string name)
    {
        var whole = Path.Combine(BuiltParts.RepositoryRoot, "src", "Cli", "samples", name);
        var relative = Path.GetRelativePath(Directory.GetCurrentDirectory(), whole);
        return relative.StartsWith("..", StringComparison.Ordinal) ? whole : relative;
    }
}
