using System.Collections.Concurrent;
using IncidentServerless.LocalCloud.Clock;
using IncidentServerless.LocalCloud.Endpoint;
using IncidentServerless.LocalCloud.StepFunctions.Executions;

namespace IncidentServerless.LocalCloud.StepFunctions.Tasks;

/// <summary>The tokens that tasks wait for, and those of tasks that no longer wait.</summary>
internal sealed class TaskTokens(ICloudClock clock)
{
    // What the service's own tokens begin with; anything else is no token.
    private const string Mark = "AQCEAAAAKgAAAAMAAAAAAAAAA";

    private readonly ConcurrentDictionary<string, PendingTask> tasks = new();

    /// <summary>A token that is the same whenever the same execution is run again.</summary>
    public static string Token(string executionArn, int number) => Mark + Convert.ToBase64String(
        System.Security.Cryptography.SHA512.HashData(System.Text.Encoding.UTF8.GetBytes($"{executionArn}#{number}")));

    /// <summary>From now on the token wakes <paramref name="sleeper"/>; after the disposal it is known, and too late.</summary>
    public IDisposable Register(string token, Wakeup<TaskOutcome> sleeper, long? heartbeatSeconds) =>
        tasks[token] = new PendingTask(clock, sleeper, heartbeatSeconds);

    /// <exception cref="AwsError"><c>InvalidToken</c>, <c>TaskDoesNotExist</c> or <c>TaskTimedOut</c>.</exception>
    public void Complete(string token, TaskOutcome outcome)
    {
        if (!Find(token).TryComplete(outcome))
        {
            throw TooLate();
        }
    }

    /// <exception cref="AwsError"><c>InvalidToken</c>, <c>TaskDoesNotExist</c> or <c>TaskTimedOut</c>.</exception>
    public void Heartbeat(string token)
    {
        if (!Find(token).TryBeat())
        {
            throw TooLate();
        }
    }

    private static AwsError TooLate() => new("TaskTimedOut", "Task Timed Out: 'Provided task does not exist anymore'");

    private PendingTask Find(string token)
    {
        if (!token.StartsWith(Mark, StringComparison.Ordinal))
        {
            throw new AwsError("InvalidToken", "Invalid Token: 'Invalid token'");
        }

        return tasks.TryGetValue(token, out var task) ? task : throw new AwsError("TaskDoesNotExist", "Task does not exist");
    }
}
