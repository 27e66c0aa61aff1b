namespace IncidentServerless.Domain.Remediation.Actions;

/// <summary>The status is the instance's security groups, with commas between them, or one of these words.</summary>
internal static class IsolateInstanceRules
{
    private const string Gone = "gone";
    private const string NotTagged = "not-tagged";

    public static string? Refusal(IsolateInstance isolate, StatusState state) => state.Status switch
    {
        Gone => "the instance does not exist any more",
        NotTagged => $"the instance has no tag {isolate.TagKey}={isolate.TagValue}, which allows it",
        null => "the instance's security groups are not known",
        var groups when groups == isolate.SecurityGroup => "the instance is isolated already",
        _ => null,
    };

    public static Judgement Judge(IsolateInstance isolate, StatusMeasured status) => status.Status switch
    {
        Gone => new(Verdict.Delivered, "The instance does not exist any more; its snapshots do."),
        var groups when groups == isolate.SecurityGroup => new(Verdict.Delivered, "The instance has no other security group than the empty one. Connections that were open may go on until they close."),
        null => new(Verdict.Unclear, "It is not known whether the instance is isolated."),
        _ => new(Verdict.NoEffect, "The instance has other security groups again."),
    };
}
