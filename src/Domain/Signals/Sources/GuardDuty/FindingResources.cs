using System.Text.Json;

namespace IncidentServerless.Domain.Signals.Sources.GuardDuty;

/// <summary>What a finding is about, whatever kind of resource it is.</summary>
internal static class FindingResources
{
    private const int Most = 20;

    public static IEnumerable<string> Of(JsonElement finding)
    {
        var resource = finding.ObjectOf("resource") ?? default;
        var sequence = finding.ObjectOf("service")?.ObjectOf("detection")?.ObjectOf("sequence") ?? default;
        return All(resource).Concat(sequence.ItemsOf("resources").Select(each => each.TextOf("uid"))).OfType<string>().Take(Most);
    }

    private static IEnumerable<string?> All(JsonElement resource)
    {
        var instance = resource.ObjectOf("instanceDetails") ?? default;
        yield return Named("instance", instance.TextOf("instanceId"));
        yield return (instance.ObjectOf("iamInstanceProfile") ?? default).TextOf("arn");

        var key = resource.ObjectOf("accessKeyDetails") ?? default;
        yield return Named("user", key.TextOf("userName"));
        yield return Named("userType", key.TextOf("userType"));
        yield return Named("accessKey", key.TextOf("accessKeyId"));
        yield return Named("principal", key.TextOf("principalId"));

        foreach (var bucket in resource.ItemsOf("s3BucketDetails"))
        {
            yield return bucket.TextOf("arn") ?? Named("bucket", bucket.TextOf("name"));
        }

        var database = resource.ObjectOf("rdsDbInstanceDetails") ?? default;
        yield return database.TextOf("dbInstanceArn") ?? Named("database", database.TextOf("dbInstanceIdentifier"));

        var cluster = resource.ObjectOf("eksClusterDetails") ?? resource.ObjectOf("ecsClusterDetails") ?? default;
        yield return cluster.TextOf("arn") ?? Named("cluster", cluster.TextOf("name"));

        var container = resource.ObjectOf("containerDetails") ?? default;
        yield return Named("container", container.TextOf("name") ?? container.TextOf("id"));

        var function = resource.ObjectOf("lambdaDetails") ?? default;
        yield return function.TextOf("functionArn") ?? Named("function", function.TextOf("functionName"));
    }

    private static string? Named(string kind, string? name) => name is null ? null : $"{kind}={name}";
}
