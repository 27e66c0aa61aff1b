using System.Text.RegularExpressions;

namespace IncidentServerless.Domain.Policy.Reading;

/// <summary><c>logs</c>: which applications' logs are looked at.</summary>
internal static partial class LogShapes
{
    private const int MostGroups = 50;

    private static readonly Shape<string> Group = Scalars.Text("the name of a log group", 512);

    private static readonly Shape<IReadOnlyList<string>> Groups = Shape.List($"a list of at most {MostGroups} names of log groups", Group);

    public static Shape<LogsPolicy> Logs { get; } = Shape.Object("an object with groups", members => new LogsPolicy(
        members.Optional("groups", CheckedGroups, otherwise: []),
        members.Optional("pattern", Scalars.Text("a filter pattern of CloudWatch Logs", 1_024), otherwise: LogsPolicy.DefaultPattern)));

    private static Shape<IReadOnlyList<string>> CheckedGroups => Groups with
    {
        Read = value =>
        {
            PersonIds.RefuseRepetitions(value);
            if (value.Elements.Length > MostGroups)
            {
                value.Fault($"has {value.Elements.Length} groups; at most {MostGroups} are allowed, since each takes room in the function's policy");
            }

            foreach (var group in value.Elements.Where(group => !string.IsNullOrWhiteSpace(group.Text)))
            {
                if (group.Text.StartsWith(LogsPolicy.SuiteGroupPrefix, StringComparison.Ordinal))
                {
                    group.Fault($"{group.Quoted} is a log of the suite itself: its errors would be signals that make errors; alarms watch its functions");
                }
                else if (!GroupName().IsMatch(group.Text))
                {
                    group.Fault($"{group.Quoted} is no name of a log group; expected letters, digits and _-/.#, in full and without *");
                }
            }

            return Groups.Read(value);
        },
    };

    /// <summary>As CreateLogGroup takes it (CloudWatch Logs API reference).</summary>
    [GeneratedRegex(@"^[A-Za-z0-9_\-/.#]+\z")]
    private static partial Regex GroupName();
}
