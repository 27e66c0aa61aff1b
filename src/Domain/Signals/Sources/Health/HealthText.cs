using IncidentServerless.Domain.Messages.Text;

namespace IncidentServerless.Domain.Signals.Sources.Health;

/// <summary>An event of AWS Health in words.</summary>
internal static class HealthText
{
    /// <summary><c>AWS Health: EC2 operational issue in eu-west-1</c></summary>
    public static string Title(HealthFacts facts) => SignalText.Title($"AWS Health: {Trouble(facts)}{Place(facts)}");

    /// <summary>When, of what kind, and AWS's own words.</summary>
    public static string Reason(HealthFacts facts)
    {
        var kind = facts.Category switch
        {
            "issue" => "AWS reports an issue",
            "investigation" => "AWS investigates",
            "scheduledChange" => "AWS has scheduled a change",
            "accountNotification" => "AWS has a message for this account",
            _ => "AWS reports",
        };
        return $"{kind}{Time(" from", facts.Begins)}{Time(" to", facts.Ends)}.\n{facts.Description}";
    }

    /// <summary>The type's code without what it repeats: <c>AWS_EC2_OPERATIONAL_ISSUE</c> of EC2 is <c>EC2 operational issue</c>.</summary>
    private static string Trouble(HealthFacts facts)
    {
        var service = PlainText.Line(facts.Service, 60);
        var code = PlainText.Line(facts.TypeCode, 140);
        foreach (var prefix in (string[])["AWS_", $"{service}_"])
        {
            if (code.Length > prefix.Length && code.StartsWith(prefix, StringComparison.OrdinalIgnoreCase))
            {
                code = code[prefix.Length..];
            }
        }

        return $"{service} {code.Replace('_', ' ').ToLowerInvariant()}".Trim();
    }

    private static string Place(HealthFacts facts) => facts.Region is "unknown" or "global" ? "" : $" in {facts.Region}";

    private static string Time(string word, DateTimeOffset? time) =>
        time is { } known ? $"{word} {Times.Moment(known)}" : "";
}
