using IncidentServerless.Domain.Messages;

namespace IncidentServerless.Domain.Tests.Messages;

public class ConsoleLinksTests
{
    [Theory]
    [InlineData("arn:aws:cloudwatch:eu-central-1:123456789012:alarm:errors", "https://eu-central-1.console.aws.amazon.com/cloudwatch/home?region=eu-central-1#alarmsV2:alarm/errors")]
    [InlineData("arn:aws:cloudwatch:us-east-1:123456789012:alarm:ecs/up scale: 5% (a)", "https://us-east-1.console.aws.amazon.com/cloudwatch/home?region=us-east-1#alarmsV2:alarm/ecs$2Fup$20scale$3A$205$25$20$28a$29")]
    [InlineData("arn:aws-cn:cloudwatch:cn-north-1:123456789012:alarm:x", "https://cn-north-1.console.amazonaws.cn/cloudwatch/home?region=cn-north-1#alarmsV2:alarm/x")]
    [InlineData("arn:aws-us-gov:cloudwatch:us-gov-west-1:123456789012:alarm:x", "https://us-gov-west-1.console.amazonaws-us-gov.com/cloudwatch/home?region=us-gov-west-1#alarmsV2:alarm/x")]
    [InlineData("arn:aws:cloudwatch:evil.example/:123456789012:alarm:x", null)]
    [InlineData("arn:aws:sns:eu-central-1:123456789012:alarm", null)]
    [InlineData("", null)]
    public void Alarm_Arn_OpensTheRightRegion(string arn, string? expected) => Assert.Equal(expected, ConsoleLinks.Alarm(arn));

    [Theory]
    [InlineData("arn:aws:states:eu-central-1:123456789012:execution:incident-paging:INC-1", "https://eu-central-1.console.aws.amazon.com/states/home?region=eu-central-1#/v2/executions/details/arn:aws:states:eu-central-1:123456789012:execution:incident-paging:INC-1")]
    [InlineData("arn:aws:states:eu-central-1:123456789012:stateMachine:incident-paging", null)]
    [InlineData(null, null)]
    public void Execution_Arn_OpensTheExecution(string? arn, string? expected) => Assert.Equal(expected, ConsoleLinks.Execution(arn));
}
