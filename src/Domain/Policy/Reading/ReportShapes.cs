namespace IncidentServerless.Domain.Policy.Reading;

/// <summary><c>reports</c>: who may send customers' reports.</summary>
internal static class ReportShapes
{
    /// <summary>The name of an SSM parameter, never the secret itself.</summary>
    internal static readonly Shape<string> Secret = Scalars.Text("the name of an SSM parameter like /incident/reports-secret", 500) with
    {
        Read = value =>
        {
            if (value.Text is not { } text || !text.StartsWith('/') || text.Any(each => !char.IsAsciiLetterOrDigit(each) && each is not ('/' or '-' or '_' or '.')))
            {
                value.Fault($"is {value.Quoted}; expected the name of an SSM parameter, beginning with a slash, like /incident/reports-secret. The secret itself never stands here");
            }

            return value.Text;
        },
    };

    public static Shape<ReportsPolicy> Reports { get; } = Shape.Object("an object with webhookSecret, zendeskSecret or slackSecret", members => new ReportsPolicy(
        members.Optional<string?>("webhookSecret", Secret!, otherwise: null),
        members.Optional<string?>("zendeskSecret", Secret!, otherwise: null),
        members.Optional<string?>("slackSecret", Secret!, otherwise: null),
        members.Optional("slackChannels", Shape.List("a list of channels' ids", Scalars.Text("the id of a Slack channel", 30)), otherwise: [])));
}
