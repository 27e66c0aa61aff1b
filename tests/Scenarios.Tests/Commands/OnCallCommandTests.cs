using System.Text.Json.Nodes;
using IncidentServerless.Cli;
using IncidentServerless.Cli.OnCall;
using IncidentServerless.Cli.Preparation;
using Snapshooter.Xunit;
using Spectre.Console;

namespace IncidentServerless.Scenarios.Tests.Commands;

public sealed class OnCallCommandTests
{
    private static readonly JsonObject Schedules = (JsonObject)JsonNode.Parse(
        """
        {
          "people": { "ana": { "name": "Ana Lima" }, "bo": { "name": "Bo Berg" }, "cleo": { "name": "Cleo Roy" } },
          "onCall": {
            "primary": {
              "timeZone": "Europe/Stockholm",
              "layers": [
                { "name": "Weekly", "people": ["ana", "bo"], "from": "2026-01-05", "handOver": { "every": "Monday", "at": "09:00" } },
                {
                  "name": "Working hours", "people": ["cleo"], "from": "2026-01-05", "handOver": { "every": "day", "at": "09:00" },
                  "hours": { "days": ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday"], "from": "09:00", "until": "17:00" }
                }
              ],
              "overrides": [{ "person": "ana", "from": "2026-03-28T18:00", "until": "2026-03-29T09:00", "why": "Bo is at a wedding." }]
            },
            "lead": {
              "timeZone": "America/New_York",
              "layers": [{ "name": "Lead", "people": ["cleo"], "from": "2026-04-01", "handOver": { "every": "day", "at": "00:00" } }]
            }
          },
          "escalation": {
            "SEV1": { "levels": [{ "notify": "On-call engineer", "channels": ["sns"], "onCall": "primary", "wait": "5m" }] },
            "SEV2": { "levels": [{ "notify": "Lead", "channels": ["sns"], "wait": "5m" }, { "notify": "On-call engineer", "channels": ["sns"], "onCall": "primary", "wait": "5m" }] }
          }
        }
        """)!;

    [Fact]
    public async Task OnCall_WithTheShiftsToCome_ReadsAsVerified() =>
        Snapshot.Match(await RunAsync("--at", "2026-03-27T18:30", "--next", "4d"));

    [Fact]
    public async Task OnCall_ForPrograms_ReadsAsVerified() =>
        Snapshot.Match(await RunAsync("--at", "2026-03-28T17:30:00Z", "--next", "12h", "--json"));

    [Fact]
    public async Task OnCall_InANarrowWindow_ReadsAsVerified()
    {
        using var folder = new TemporaryFolder();
        var policy = PolicyFile.Read(folder.Write("policy.json", await PolicyText.WithAsync((JsonObject)Schedules.DeepClone())));
        using var output = new StringWriter { NewLine = "\n" };
        var terminal = AnsiConsole.Create(new AnsiConsoleSettings { Ansi = AnsiSupport.No, ColorSystem = ColorSystemSupport.NoColors, Out = new AnsiConsoleOutput(output) });
        terminal.Profile.Width = 60;

        OnCallTable.Write(terminal, ScheduleView.Of(policy.OnCall["primary"], policy, new DateTimeOffset(2026, 3, 28, 12, 0, 0, TimeSpan.Zero), TimeSpan.FromDays(2)));

        Assert.All(output.ToString().Split('\n'), line => Assert.InRange(line.TrimEnd().Length, 0, 60));
        Snapshot.Match(Trimmed(output.ToString()));
    }

    [Fact]
    public async Task OnCall_PolicyWithoutSchedules_SaysWhereToAddOne()
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var errors = new StringWriter { NewLine = "\n" };

        Assert.Equal(ExitCodes.Success, await IncidentCli.RunAsync(["oncall"], output, errors));
        Assert.Equal("The policy has no schedule; add one under \"onCall\".\n", output.ToString());
    }

    private static async Task<string> RunAsync(params string[] options)
    {
        using var folder = new TemporaryFolder();
        using var output = new StringWriter { NewLine = "\n" };
        using var errors = new StringWriter { NewLine = "\n" };
        var file = folder.Write("policy.json", await PolicyText.WithAsync((JsonObject)Schedules.DeepClone()));
        var code = await IncidentCli.RunAsync(["oncall", "--policy", file, .. options], output, errors);

        Assert.Equal((ExitCodes.Success, ""), (code, errors.ToString()));
        return Trimmed(output.ToString());
    }

    // A table fills its lines with blanks.
    private static string Trimmed(string text) => string.Join('\n', text.Split('\n').Select(line => line.TrimEnd()));
}
