namespace IncidentServerless.Domain.Tests.Policy;

/// <summary>What is wrong with <c>remediation</c> and <c>runbooks</c> is said by path, in one sentence each.</summary>
public class RunbookFaultTests
{
    [Theory]
    [InlineData("remediation", "3", "remediation: is 3; expected an object with approvers and limits")]
    [InlineData("remediation/approvers", "\"ana\"", "remediation.approvers: is \"ana\"; expected a list of ids from \"people\"")]
    [InlineData("remediation/approvers", "[\"zoe\"]", "remediation.approvers[0]: \"zoe\" is nobody under \"people\"; known are ana")]
    [InlineData("remediation/approvers", "[\"anna\"]", "remediation.approvers[0]: \"anna\" is nobody under \"people\"; did you mean \"ana\"?")]
    [InlineData("remediation/approvers", "[\"ana\", \"ana\"]", "remediation.approvers[1]: \"ana\" is in the list already")]
    [InlineData("remediation/approvers", "[7]", "remediation.approvers[0]: is 7; expected the id of a person")]
    [InlineData("remediation/approvers", "[]", "runbooks.cost-spike.mode: \"approve\" asks somebody, and remediation.approvers names nobody, so cost-spike could never act; name people there")]
    [InlineData("remediation/approvalWithin", "\"59s\"", "remediation.approvalWithin: \"59s\" is out of range; allowed is 1m to 1d")]
    [InlineData("remediation/approvalWithin", "\"25h\"", "remediation.approvalWithin: \"25h\" is out of range; allowed is 1m to 1d")]
    [InlineData("remediation/announceBefore", "\"61m\"", "remediation.announceBefore: \"61m\" is out of range; allowed is 0s to 1h")]
    [InlineData("remediation/verifyAfter", "\"30s\"", "remediation.verifyAfter: \"30s\" is out of range; allowed is 1m to 1h")]
    [InlineData("remediation/verifyAfter", "\"2h\"", "remediation.verifyAfter: \"2h\" is out of range; allowed is 1m to 1h")]
    [InlineData("remediation/undoOffered", "\"59m\"", "remediation.undoOffered: \"59m\" is out of range; allowed is 1h to 7d")]
    [InlineData("remediation/undoOffered", "\"8d\"", "remediation.undoOffered: \"8d\" is out of range; allowed is 1h to 7d")]
    [InlineData("remediation/undoOffered", "3600", "remediation.undoOffered: 3600 is not a duration; write it like 30s, 5m, 1h or 7d")]
    [InlineData("remediation/limits", "[]", "remediation.limits: is a list; expected an object with perTargetAndHour, largestBlastRadius, failuresUntilStop and stopFor")]
    [InlineData("remediation/limits/perTargetAndHour", "0", "remediation.limits.perTargetAndHour: is 0; expected a whole number from 1 to 100")]
    [InlineData("remediation/limits/perTargetAndHour", "101", "remediation.limits.perTargetAndHour: is 101; expected a whole number from 1 to 100")]
    [InlineData("remediation/limits/largestBlastRadius", "1001", "remediation.limits.largestBlastRadius: is 1001; expected a whole number from 1 to 1000")]
    [InlineData("remediation/limits/largestBlastRadius", "1.5", "remediation.limits.largestBlastRadius: is 1.5; expected a whole number from 1 to 1000")]
    [InlineData("remediation/limits/failuresUntilStop", "\"3\"", "remediation.limits.failuresUntilStop: is \"3\"; expected a whole number from 1 to 100")]
    [InlineData("remediation/limits/stopFor", "\"169h\"", "remediation.limits.stopFor: \"169h\" is out of range; allowed is 1m to 7d")]
    [InlineData("runbooks", "\"observe\"", "runbooks: is \"observe\"; expected an object with a row for each runbook that may act")]
    [InlineData("runbooks/cost-spik", "{}", "runbooks.cost-spik: is not known here; did you mean \"cost-spike\"?")]
    [InlineData("runbooks/cost-spike", "{}", "runbooks.cost-spike.mode: is missing; expected observe, approve or auto")]
    [InlineData("runbooks/cost-spike", "null", "runbooks.cost-spike: is null; expected an object with mode and actions")]
    [InlineData("runbooks/cost-spike/largestBlastRadius", "0", "runbooks.cost-spike.largestBlastRadius: is 0; expected a whole number from 1 to 1000")]
    [InlineData("runbooks/cost-spike/mode", "\"automatic\"", "runbooks.cost-spike.mode: is \"automatic\"; expected observe, approve or auto")]
    [InlineData("runbooks/cost-spike/actions/throttle-funktion", "[\"a\"]", "runbooks.cost-spike.actions.throttle-funktion: is not known here; did you mean \"throttle-function\"?")]
    [InlineData("runbooks/cost-spike/actions/reboot", "[\"a\"]", "runbooks.cost-spike.actions.reboot: is not known here; known are throttle-function, cancel-query, tighten-quota")]
    [InlineData("runbooks/cost-spike/actions/cancel-query", "\"analytics\"", "runbooks.cost-spike.actions.cancel-query: is \"analytics\"; expected a list of names")]
    [InlineData("runbooks/cost-spike/actions/cancel-query", "[\"\"]", "runbooks.cost-spike.actions.cancel-query[0]: is empty; expected a name, or the beginning of one and a *")]
    [InlineData("runbooks/cost-spike/actions/throttle-function", "[\"*\"]", "runbooks.cost-spike.actions.throttle-function[0]: \"*\" allows too much or cannot be read; write a name, or at least two characters of one and a * at the end")]
    [InlineData("runbooks/cost-spike/actions/throttle-function", "[\"a*\"]", "runbooks.cost-spike.actions.throttle-function[0]: \"a*\" allows too much or cannot be read; write a name, or at least two characters of one and a * at the end")]
    [InlineData("runbooks/cost-spike/actions/throttle-function", "[\"**\"]", "runbooks.cost-spike.actions.throttle-function[0]: \"**\" allows too much or cannot be read; write a name, or at least two characters of one and a * at the end")]
    [InlineData("runbooks/cost-spike/actions/throttle-function", "[\"ab**\"]", "runbooks.cost-spike.actions.throttle-function[0]: \"ab**\" allows too much or cannot be read; write a name, or at least two characters of one and a * at the end")]
    [InlineData("runbooks/cost-spike/actions/throttle-function", "[\"*-export\"]", "runbooks.cost-spike.actions.throttle-function[0]: \"*-export\" allows too much or cannot be read; write a name, or at least two characters of one and a * at the end")]
    [InlineData("runbooks/cost-spike/actions/throttle-function", "[\"orders-*-export\"]", "runbooks.cost-spike.actions.throttle-function[0]: \"orders-*-export\" allows too much or cannot be read; write a name, or at least two characters of one and a * at the end")]
    [InlineData("runbooks/cost-spike/knownJobs", "\"month-end\"", "runbooks.cost-spike.knownJobs: is \"month-end\"; expected a list of names")]
    [InlineData("runbooks/cost-spike/runawayAfter", "\"2d\"", "runbooks.cost-spike.runawayAfter: \"2d\" is out of range; allowed is 1m to 1d")]
    [InlineData("runbooks/cost-spike/runawayAfter", "\"1s\"", "runbooks.cost-spike.runawayAfter: \"1s\" is out of range; allowed is 1m to 1d")]
    [InlineData("runbooks/cost-spike/guardrails", "\"t\"", "runbooks.cost-spike.guardrails: is \"t\"; expected an object with table, tenantKey, quota, namespace, metric and dimension")]
    [InlineData("runbooks/cost-spike/guardrails/table", "\" \"", "runbooks.cost-spike.guardrails.table: is empty; expected the name of a DynamoDB table")]
    public void Read_OneFault_SaysWhereAndWhatWasExpected(string path, string json, string expected) =>
        Assert.Equal(expected, new PolicyFile().With(path, json).Faults());

    [Fact]
    public void Read_GuardrailsWithoutTheirMembers_NamesEachThatIsMissing() => Assert.Equal(
        [
            "runbooks.cost-spike.guardrails.table: is missing; expected the name of a DynamoDB table",
            "runbooks.cost-spike.guardrails.tenantKey: is missing; expected the name of its partition key",
            "runbooks.cost-spike.guardrails.quota: is missing; expected the attribute that holds the quota",
            "runbooks.cost-spike.guardrails.namespace: is missing; expected a CloudWatch namespace",
            "runbooks.cost-spike.guardrails.metric: is missing; expected a CloudWatch metric",
            "runbooks.cost-spike.guardrails.dimension: is missing; expected the dimension that names the tenant",
        ],
        new PolicyFile().With("runbooks/cost-spike/guardrails", "{}").Faults().Split('\n'));

    [Fact]
    public void Read_ApproveWithoutRemediation_AsksForApprovers() =>
        Assert.StartsWith("runbooks.cost-spike.mode: \"approve\" asks somebody, and remediation.approvers names nobody", new PolicyFile().Without("remediation").Faults());

    [Theory]
    [InlineData("observe")]
    [InlineData("auto")]
    public void Read_ModeThatAsksNobodyAlways_NeedsNoApprovers(string mode) =>
        Assert.Empty(new PolicyFile().With("remediation/approvers", "[]").With("runbooks/cost-spike/mode", $"\"{mode}\"").Faults());
}
