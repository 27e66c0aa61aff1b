using System.Reflection;

namespace IncidentServerless.StandIns.Tests.Surface;

/// <summary>What compiles against a stand-in must compile against the official package: a stand-in may have less, never more.</summary>
public class SurfaceTests
{
    public static readonly TheoryData<string> Packages =
    [
        "Amazon.Lambda.APIGatewayEvents",
        "Amazon.Lambda.Annotations",
        "Amazon.Lambda.CloudWatchEvents",
        "Amazon.Lambda.CloudWatchLogsEvents",
        "Amazon.Lambda.Core",
        "Amazon.Lambda.RuntimeSupport",
        "Amazon.Lambda.SQSEvents",
        "Amazon.Lambda.Serialization.SystemTextJson",
        "AWS.Lambda.Powertools.Logging",
        "AWSSDK.SimpleNotificationService",
        "AWSSDK.StepFunctions",
    ];

    [Theory]
    [MemberData(nameof(Packages))]
    public void StandIn_ComparedWithTheOfficialPackage_HasNothingMore(string package)
    {
        var standIn = PublicSurface.Of(Assembly.Load(package));

        Assert.NotEmpty(standIn);
        Assert.Empty(OfficialSurface.Beyond(OfficialSurface.Of(package), standIn));
    }

    [Theory]
    [MemberData(nameof(Packages))]
    public void List_OfAPackage_IsSortedWithoutRepetition(string package)
    {
        var list = OfficialSurface.Of(package);

        Assert.Equal(list.Distinct().Order(StringComparer.Ordinal), list);
    }
}
