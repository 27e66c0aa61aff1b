using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using IncidentServerless.Cli.OnCall;
using IncidentServerless.Cli.Preparation;
using IncidentServerless.Domain.OnCall;
using IncidentServerless.Domain.Policy;
using Spectre.Console;

namespace IncidentServerless.Cli.Commands;

/// <summary><c>incident oncall</c>: who is on call by the policy's schedules.</summary>
internal static class OnCallCommand
{
    private static readonly string[] LocalFormats = ["yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd' 'HH:mm", "yyyy-MM-dd"];
    private static readonly string[] ExactFormats = ["yyyy-MM-dd'T'HH:mmzzz", "yyyy-MM-dd'T'HH:mm:sszzz", "yyyy-MM-dd'T'HH:mm'Z'", "yyyy-MM-dd'T'HH:mm:ss'Z'"];
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static Command Create(IAnsiConsole terminal)
    {
        var at = new Option<string?>("--at") { Description = "When: 2026-03-07T12:00 in each schedule's own zone, or 2026-03-07T12:00Z. Default: now.", HelpName = "time" };
        var next = new Option<string?>("--next") { Description = "Shows the shifts of that much time from then on: 12h, 14d; at most 366d.", HelpName = "duration" };
        var policy = new Option<string?>("--policy") { Description = "The policy to read. Default: cdk/incident-policy.json, the one that deploys.", HelpName = "file" };
        var json = new Option<bool>("--json") { Description = "One JSON object on a line for each schedule, for programs." };
        at.Validators.Add(result => Refuse(result, text => Time(text) is not null, "no time like 2026-03-07T12:00 or 2026-03-07T12:00Z"));
        next.Validators.Add(result => Refuse(result, text => Length(text) is not null, "no duration from 1m to 366d; write it like 12h or 14d"));
        var command = new Command("oncall", "Says who is on call by each schedule of the policy, until when, and who is next.") { at, next, policy, json };
        command.SetAction(parsed => Run(terminal, parsed.GetValue(at), parsed.GetValue(next), parsed.GetValue(policy), parsed.GetValue(json)));
        new CommandHelp(
            [
                ("incident oncall", "Who is on call now."),
                ("incident oncall --next 14d", "And the shifts of the next two weeks, with what decides each."),
                ("incident oncall --at 2026-12-24T18:00 --policy new-policy.json", "Who would be on Christmas Eve, by a policy that is not deployed yet."),
            ],
            """
            A later layer wins over an earlier one, an override over all. Times are those of the clock on the wall in the schedule's zone; a hand-over that daylight saving skips is at the first moment after the skip, one that comes twice at the earlier.
            Members of a JSON line: schedule, timeZone, at, now, levels, and with --next next; a shift has from, until, person, name, layer and override, null where nobody is on call.
            """).AddTo(command);
        return command;
    }

    private static int Run(IAnsiConsole terminal, string? at, string? next, string? policyFile, bool json)
    {
        var policy = PolicyFile.Read(policyFile);
        var when = at is null ? _ => TimeProvider.System.GetUtcNow() : Time(at)!;
        var views = policy.OnCall.Values.Select(schedule => ScheduleView.Of(schedule, policy, when(schedule.Zone), next is null ? null : Length(next))).ToList();
        if (json)
        {
            views.ForEach(view => terminal.Profile.Out.Writer.WriteLine(view.ToNode().ToJsonString(Readable)));
            return ExitCodes.Success;
        }

        for (var index = 0; index < views.Count; index++)
        {
            if (index > 0)
            {
                terminal.WriteLine();
            }

            OnCallTable.Write(terminal, views[index]);
        }

        if (views.Count == 0)
        {
            terminal.WriteLine("The policy has no schedule; add one under \"onCall\".");
        }

        return ExitCodes.Success;
    }

    private static void Refuse(OptionResult result, Func<string, bool> holds, string why)
    {
        if (result.Tokens is [var token] && !holds(token.Value))
        {
            result.AddError($"'{token.Value}' is {why}");
        }
    }

    /// <summary>The moment that a text means in a zone; null when it means none.</summary>
    private static Func<ZoneOffsets, DateTimeOffset>? Time(string text) =>
        DateTime.TryParseExact(text, LocalFormats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local) && IsKnown(local.Year) ? zone => zone.Moment(local)
        : DateTimeOffset.TryParseExact(text, ExactFormats, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment) && IsKnown(moment.Year) ? _ => moment
        : null;

    // Years of which clock changes are known, or near them.
    private static bool IsKnown(int year) => year is >= 2000 and <= 2099;

    private static TimeSpan? Length(string text) =>
        PolicyDuration.TryParse(text, out var length) && length >= TimeSpan.FromMinutes(1) && length <= ScheduleView.Horizon ? length : null;
}
