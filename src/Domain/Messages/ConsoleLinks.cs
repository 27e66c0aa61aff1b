using IncidentServerless.Domain.Incidents;

namespace IncidentServerless.Domain.Messages;

/// <summary>Deep links into the AWS console of the right region and partition.</summary>
public static class ConsoleLinks
{
    // CloudWatch's own limit; what is longer is no alarm.
    private const int LongestAlarmName = 255;

    /// <summary>The first CloudWatch alarm among the incident's resources; null when there is none.</summary>
    public static string? Alarm(Incident incident) => incident.Resources.Select(Alarm).FirstOrDefault(link => link is not null);

    /// <param name="arn"><c>arn:aws:cloudwatch:region:account:alarm:name</c>; the name may hold any character.</param>
    /// <returns>Null when it is not the ARN of an alarm.</returns>
    public static string? Alarm(string arn) => arn.Split(':', 7) is ["arn", var partition, "cloudwatch", var region, _, "alarm", { Length: > 0 and <= LongestAlarmName } name]
        && IsRegion(region)
        ? $"{Home(partition, region)}/cloudwatch/home?region={region}#alarmsV2:alarm/{ConsoleFragment(name)}"
        : null;

    /// <param name="arn"><c>arn:aws:states:region:account:execution:machine:name</c>.</param>
    /// <returns>Null when it is not the ARN of an execution.</returns>
    public static string? Execution(string? arn) => (arn ?? "").Split(':') is ["arn", var partition, "states", var region, _, "execution", _, _]
        && IsRegion(region)
        ? $"{Home(partition, region)}/states/home?region={region}#/v2/executions/details/{Uri.EscapeDataString(arn!).Replace("%3A", ":")}"
        : null;

    // The console reads $2F where others write %2F: a percent sign would be decoded once too often on the way through the sign-in page.
    private static string ConsoleFragment(string name) => Uri.EscapeDataString(name).Replace('%', '$');

    private static string Home(string partition, string region) => partition switch
    {
        "aws-cn" => $"https://{region}.console.amazonaws.cn",
        "aws-us-gov" => $"https://{region}.console.amazonaws-us-gov.com",
        _ => $"https://{region}.console.aws.amazon.com",
    };

    // It becomes part of a host name, and comes from an event.
    private static bool IsRegion(string region) =>
        region.Length is > 0 and <= 30 && region.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter == '-');
}
