using System.CommandLine;
using System.Text.Json.Nodes;
using IncidentServerless.Cli.Deeds;
using Spectre.Console;

namespace IncidentServerless.Cli.Commands;

/// <summary><c>incident item</c>: the follow-up items of an incident of the deployed suite (runbook 5.2).</summary>
internal static class ItemCommand
{
    private const string UrlVariable = "INCIDENT_DEEDS_URL";
    private const string SecretVariable = "INCIDENT_DEEDS_SECRET";

    public static Command Create(IAnsiConsole terminal)
    {
        var incident = new Argument<string>("incident") { Description = "Its number, INC-20260302-X3NNAUSP." };
        var item = new Argument<string>("item") { Description = "The item's number, i1." };
        var text = new Argument<string>("text") { Description = "What is to be done." };
        var owner = new Option<string?>("--owner") { Description = "Whose it is: a name, or the id of somebody in the policy.", HelpName = "name" };
        var due = new Option<string?>("--due") { Description = "The day by which it is to be done: 2026-12-31.", HelpName = "day" };
        var url = new Option<string?>("--url") { Description = $"The stack's output DeedsUrl. Default: the environment variable {UrlVariable}.", HelpName = "url", Recursive = true };
        var by = new Option<string?>("--by") { Description = "For whom it is done. Default: who you are on this machine.", HelpName = "name", Recursive = true };
        var command = new Command("item", "Lists, adds, assigns and ticks off the follow-up items of an incident of the deployed suite.") { url, by };

        void Add(Command sub, string action, Action<ParseResult, JsonObject> fill, params (string CommandLine, string Does)[] examples)
        {
            sub.SetAction((parsed, cancellation) =>
            {
                var deed = new JsonObject
                {
                    ["id"] = Guid.NewGuid().ToString(),
                    ["incident"] = parsed.GetRequiredValue(incident),
                    ["action"] = action,
                    ["by"] = parsed.GetValue(by) ?? Environment.UserName,
                };
                fill(parsed, deed);
                return RunAsync(terminal, deed, parsed.GetValue(url), cancellation);
            });
            new CommandHelp(examples).AddTo(sub);
            command.Add(sub);
        }

        Add(new Command("list", "Lists them.") { incident }, "show", (_, _) => { }, ("incident item list INC-20260302-X3NNAUSP", "What is to be done, by whom, and when."));
        Add(new Command("add", "Adds one.") { incident, text, owner, due }, "add-item", (parsed, deed) =>
        {
            deed["text"] = parsed.GetRequiredValue(text);
            deed["owner"] = parsed.GetValue(owner);
            deed["due"] = parsed.GetValue(due);
        }, ("incident item add INC-20260302-X3NNAUSP \"Alarm on the role's changes\" --owner ana --due 2026-12-31", "Adds one that is somebody's already."));
        Add(new Command("assign", "Says whose one is, or by when it is due.") { incident, item, owner, due }, "assign-item", (parsed, deed) =>
        {
            deed["about"] = parsed.GetRequiredValue(item);
            deed["owner"] = parsed.GetValue(owner);
            deed["due"] = parsed.GetValue(due);
        }, ("incident item assign INC-20260302-X3NNAUSP i1 --owner ana", "It is Ana's now."));
        Add(new Command("done", "Ticks one off.") { incident, item }, "finish-item", (parsed, deed) => deed["about"] = parsed.GetRequiredValue(item), ("incident item done INC-20260302-X3NNAUSP i1", "It is done."));
        new CommandHelp(
            [
                ("incident item list INC-20260302-X3NNAUSP", "What is to be done, by whom, and when."),
                ("incident item add INC-20260302-X3NNAUSP \"Alarm on the role's changes\"", "Adds one."),
            ],
            $"Requests are signed with the secret of channels.webhook in the policy, which the environment variable {SecretVariable} holds.").AddTo(command);
        return command;
    }

    private static async Task<int> RunAsync(IAnsiConsole terminal, JsonObject deed, string? url, CancellationToken cancellation)
    {
        // A secret does not belong on a command line, which others on the machine can read.
        var (address, secret) = (url ?? Environment.GetEnvironmentVariable(UrlVariable), Environment.GetEnvironmentVariable(SecretVariable));
        if (!Uri.TryCreate(address, UriKind.Absolute, out var to) || to.Scheme is not ("http" or "https"))
        {
            throw new RefusedException($"Say where the suite is: --url, or the environment variable {UrlVariable}, with the stack's output DeedsUrl.");
        }

        if (secret is not { Length: > 0 })
        {
            throw new RefusedException($"The environment variable {SecretVariable} holds no secret. It is in the SSM parameter that the policy names under channels.webhook: aws ssm get-parameter --with-decryption --name NAME --query Parameter.Value --output text");
        }

        using var client = new DeedsClient(to, secret);
        var answer = await client.AskAsync(deed, TimeProvider.System.GetUtcNow(), cancellation);
        var lines = terminal.Profile.Out.Writer;
        lines.WriteLine($"{answer["incident"]}, {answer["severity"]}: {answer["message"]}");
        var items = answer["items"]?.AsArray().OfType<JsonObject>().ToList() ?? [];
        foreach (var item in items)
        {
            lines.WriteLine($"{item["id"],-4} {item["text"]} ({(item["done"]?.GetValue<bool>() == true ? "done" : $"{item["owner"]?.ToString() ?? "no owner yet"}, {(item["due"] is { } due ? $"due {due}" : "no due date yet")}")})");
        }

        if (items.Count == 0)
        {
            lines.WriteLine("It has no follow-up items.");
        }

        return ExitCodes.Success;
    }
}
