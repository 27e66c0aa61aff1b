using System.Text.Json;
using IncidentServerless.Domain.Signals.Envelopes;

namespace IncidentServerless.Domain.Signals.Sources.GuardDuty;

/// <summary>Reads findings, in EventBridge's envelope or bare, as the bus and as the API write them.</summary>
internal static class FindingParser
{
    /// <summary>Whether it has the shape of a finding, readable or not.</summary>
    public static bool Recognises(JsonElement content)
    {
        if (content.Text("detail-type") is { } type)
        {
            return type == FindingEventPattern.DetailType;
        }

        var finding = content.Object("detail") ?? content;
        var parts = new[] { "severity", "service", "resource", "partition" }.Count(name => finding.TextOf(name) is not null || finding.ObjectOf(name) is not null);
        return finding.TextOf("type")?.Contains(':') == true ? parts > 0 : parts > 2;
    }

    /// <summary>Null when it does not say of what type it is.</summary>
    public static FindingFacts? Read(JsonElement content, SnsNotification? sns)
    {
        var finding = content.Object("detail") ?? (content.Text("detail-type") is null ? content : default);
        if (finding.TextOf("type") is not { } type)
        {
            return null;
        }

        var service = finding.ObjectOf("service") ?? default;
        var arn = finding.TextOf("arn");
        string[] resources = [.. FindingResources.Of(finding)];
        return new FindingFacts
        {
            Id = finding.TextOf("id") ?? arn ?? $"{type}/{resources.FirstOrDefault()}",
            Type = type,
            Severity = FindingSeverity.Read(finding.TextOf("severity")),
            Title = finding.TextOf("title"),
            Description = finding.TextOf("description"),
            ResourceType = finding.ObjectOf("resource")?.TextOf("resourceType"),
            Role = service.TextOf("resourceRole"),
            Resources = [.. resources],
            RemoteAddress = RemoteAddress(service.ObjectOf("action") ?? default),
            Count = service.TextOf("count"),
            IsSample = SampleFindings.Includes(finding, resources),
            IsArchived = service.FlagOf("archived") == true,
            Account = AwsPlace.Account(finding.TextOf("accountId"), content.Text("account"), arn, sns?.TopicArn),
            Region = AwsPlace.Region(finding.TextOf("region"), content.Text("region"), arn, sns?.TopicArn),
            Began = EventTime.First(service.TextOf("eventFirstSeen"), finding.TextOf("createdAt")),
            OccurredAt = EventTime.First(content.Text("time"), finding.TextOf("updatedAt"), service.TextOf("eventLastSeen"), sns?.Timestamp),
        };
    }

    /// <summary>Every kind of action names the other side alike, some one level deeper.</summary>
    private static string? RemoteAddress(JsonElement action)
    {
        foreach (var kind in (string[])["awsApiCallAction", "networkConnectionAction", "kubernetesApiCallAction", "rdsLoginAttemptAction"])
        {
            if (action.ObjectOf(kind)?.ObjectOf("remoteIpDetails")?.TextOf("ipAddressV4") is { } address)
            {
                return address;
            }
        }

        var probes = action.ObjectOf("portProbeAction") ?? default;
        return probes.ItemsOf("portProbeDetails").Select(probe => probe.ObjectOf("remoteIpDetails")?.TextOf("ipAddressV4")).FirstOrDefault();
    }
}
