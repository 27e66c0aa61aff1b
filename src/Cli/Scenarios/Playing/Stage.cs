using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using IncidentServerless.Cli.Scenarios.Reading;
using IncidentServerless.Cli.Scenarios.Telling;
using IncidentServerless.LocalCloud.Boot;
using IncidentServerless.LocalCloud.Observations;

namespace IncidentServerless.Cli.Scenarios.Playing;

/// <summary>Where one story is played: a world of the local cloud, and what a script needs to act in it.</summary>
internal sealed class Stage(string story, Cloud cloud, HttpClient http) : IDisposable
{
    private int events;

    public Cloud Cloud { get; } = cloud;

    public Suite Suite { get; } = new(cloud.Stack);

    public IncidentBook Book { get; } = new(cloud.Endpoint, cloud.Stack.Identity.Region, new Suite(cloud.Stack).Table);

    public HttpClient Http { get; } = http;

    public DateTimeOffset Now => Cloud.Clock.UtcNow;

    /// <summary>What people did, for the story.</summary>
    public List<StoryLine> Deeds { get; } = [];

    /// <summary>Where the run departed from the script.</summary>
    public List<string> Failures { get; } = [];

    public IReadOnlyList<SentMessage> Sent => SentMessage.In(Cloud.Observations, Suite);

    /// <summary>Tells what a person does now.</summary>
    public void Tell(string text) => Deeds.Add(new StoryLine(Now, StoryOrder.Deed, LineKind.Person, text));

    /// <summary>A new id, the same one each time the story is played.</summary>
    public string NextEventId() => new Guid(SHA256.HashData(Encoding.UTF8.GetBytes($"{story}/{events++}")).AsSpan(0, 16)).ToString();

    /// <summary>Calls an API as the operator.</summary>
    /// <exception cref="StoryException">The service refuses.</exception>
    public async Task<JsonObject> CallAsync(string service, string operation, JsonObject input)
    {
        try
        {
            return await Cloud.CallAsync(service, operation, input);
        }
        catch (LocalCloud.Endpoint.AwsError refused)
        {
            throw new StoryException($"{service}:{operation} was refused with {refused.Code}: {refused.Message}");
        }
    }

    /// <param name="workflow">The end of the state machine's name, for example <c>paging</c>.</param>
    /// <exception cref="StoryException">None was started yet.</exception>
    public string NewestExecution(string workflow) =>
        Cloud.Observations.Of<ExecutionStarted>().LastOrDefault(started => started.StateMachine.Contains($"-{workflow}", StringComparison.Ordinal))?.ExecutionArn
        ?? throw new StoryException($"No {workflow} has been started by {StoryTime.Print(Now - Cloud.Observations.First().At)}.");

    /// <summary>The id of the newest incident.</summary>
    /// <exception cref="StoryException">There is none yet.</exception>
    public string Incident() =>
        Cloud.Observations.Of<ExecutionStarted>().Select(started => Domain.Incidents.IncidentId.StartOf(started.ExecutionArn[(started.ExecutionArn.LastIndexOf(':') + 1)..])).LastOrDefault(id => id is not null)
        ?? throw new StoryException("There is no incident yet.");

    public void Dispose() => Book.Dispose();
}
