using Snapshooter.Xunit;

namespace IncidentServerless.Domain.Tests.Signals.Sources.CloudWatchAlarm;

public class AlarmSampleTests
{
    [Fact]
    public void Classify_EverySample_IsAsInTheTable() => Snapshot.Match(Samples.Folder.Table("cloudwatch-alarm:"));
}
