using IncidentServerless.Cli.Scenarios.Playing;
using IncidentServerless.Cli.Scenarios.Reading;
using IncidentServerless.Domain.Messages.Text;
using IncidentServerless.Domain.Policy;
using IncidentServerless.Domain.Responses;

namespace IncidentServerless.Cli.Scenarios.Script;

/// <summary>Somebody opens the newest link of a channel, which must change nothing, and sends one of its forms.</summary>
/// <param name="Person">Whose own topic the link is taken from; null for the channel's.</param>
/// <param name="As">Who they say they are; null where the link itself says it.</param>
/// <param name="Text">A note, or the reason of the end; null for none.</param>
/// <param name="Status">The HTTP status of the answer, 200 unless told.</param>
public sealed record Respond(Channel Channel, string? Person, string? As, ResponseAction Action, string? Text, int Status) : Deed
{
    /// <summary>The follow-up item, <c>i1</c>, or the action, <c>a1</c>, that the form is about; null for the first form.</summary>
    public string? About { get; init; }

    /// <summary>What the form's other fields hold, by their names; what is null is left empty.</summary>
    public IReadOnlyDictionary<string, string?> Fields { get; init; } = new Dictionary<string, string?>();

    private static readonly Dictionary<string, Channel> Channels = new() { ["sns"] = Channel.Sns, ["slack"] = Channel.Slack, ["pagerDuty"] = Channel.PagerDuty };

    internal static Respond? Read(StoryMembers members) => members.OptionalObject("respond", ReadInner);

    internal override async Task PerformAsync(Stage stage)
    {
        var newest = stage.Sent.LastOrDefault(message => message.Channel == Channel && message.Person == Person && message.Topic is null && message.Link is not null)
            ?? throw new StoryException($"No link was sent to {SentMessage.Recipient(Channel, Person)} yet.");
        stage.Tell(Words.Sentence($"{As ?? Person ?? "Somebody"} opens the link from {newest.To} and {Deed}"));
        var before = await VersionsAsync(stage);
        var visit = await LinkVisit.OpenAsync(stage.Http, newest.Link!);
        if (await VersionsAsync(stage) is var after && after != before)
        {
            throw new StoryException($"Opening the link changed the incident (versions {before} before, {after} after); only its forms may.");
        }

        await visit.SubmitAsync(Action, About, new Dictionary<string, string?>(Fields) { [ResponseForm.NameField] = As, [ResponseForm.TextField] = Text }, Status);
    }

    private string Deed => Action switch
    {
        ResponseAction.Acknowledge => "acknowledges",
        ResponseAction.Escalate => "asks for the next level",
        ResponseAction.Approve => "approves the action",
        ResponseAction.Refuse => "refuses the action",
        ResponseAction.Undo => "wants the action undone",
        ResponseAction.Resolve => Text is null ? "resolves the incident" : $"resolves the incident: {Text}",
        ResponseAction.FalseAlarm => $"calls it a false alarm: {Text}",
        ResponseAction.Severity => $"changes the severity to {Fields[ResponseForm.SeverityField]}",
        ResponseAction.SendMail => $"lets the mail to customers be sent ({About}){(Text is null ? "" : $", adding: {Text}")}",
        ResponseAction.DropMail => $"does not want the mail to customers ({About})",
        ResponseAction.AddItem => $"adds a follow-up item: {Text}",
        ResponseAction.AssignItem => $"assigns the follow-up item {About}",
        ResponseAction.FinishItem => $"ticks off the follow-up item {About}",
        _ => $"notes: {Text}",
    };

    private static Respond? ReadInner(StoryMembers members)
    {
        var person = members.OptionalText("person");
        var from = members.OptionalText("from") ?? "sns";
        if (!Channels.TryGetValue(from, out var channel))
        {
            members.Fault("from", $"expected one of {string.Join(", ", Channels.Keys)}, found \"{from}\".");
        }

        var word = members.Text("action");
        var action = ResponseActions.Parse(word);
        if (action is null)
        {
            members.Fault("action", $"expected one of {string.Join(", ", ResponseActions.Words)}, found \"{word}\".");
        }

        return new Respond(channel, person, members.OptionalText("as"), action ?? ResponseAction.Note, members.OptionalText("text"), members.Count("status", 200))
        {
            About = members.OptionalText("about"),
            Fields = new[] { ResponseForm.SeverityField, ResponseForm.OwnerField, ResponseForm.DueField }.ToDictionary(field => field, members.OptionalText),
        };
    }

    private static async Task<string> VersionsAsync(Stage stage) =>
        string.Join(", ", (await stage.Book.IncidentsAsync()).Select(record => $"{record.Incident.Id} {record.Incident.Version}"));
}
