using IncidentServerless.Cli;
using IncidentServerless.Cli.Preparation;
using IncidentServerless.LocalCloud.Tools;

namespace IncidentServerless.Scenarios.Tests.Preparation;

public sealed class PrerequisiteTests
{
    private const string Node = "Node.js 20 or newer is needed (CDK synthesises with it), but ";
    private const string Java = "Java 17 or newer is needed (DynamoDB Local runs on it), but ";

    [Theory]
    [InlineData("v20.0.0\n")]
    [InlineData("v24.1.0\n")]
    public void Fault_NodeIsNewEnough_IsNothing(string answer) => Assert.Null(Prerequisite.Node.Fault(new ToolAnswer(0, answer)));

    [Theory]
    [InlineData("v18.19.1\n", "'node --version' says it is 18.19.1.")]
    [InlineData("not found\n", "'node --version' does not tell its version: not found.")]
    [InlineData("", "'node --version' does not tell its version: it says nothing.")]
    public void Fault_NodeWillNotDo_IsASentence(string answer, string sentence) => Assert.Equal(Node + sentence, Prerequisite.Node.Fault(new ToolAnswer(0, answer)));

    [Theory]
    [InlineData("openjdk version \"17.0.15\" 2025-04-15\nOpenJDK Runtime Environment (build 17.0.15+6)\n")]
    [InlineData("Picked up JAVA_TOOL_OPTIONS: -Xmx2g\nopenjdk version \"21\" 2023-09-19\n")]
    [InlineData("java version \"25-ea\" 2025-09-16\n")]
    public void Fault_JavaIsNewEnough_IsNothing(string answer) => Assert.Null(Prerequisite.Java.Fault(new ToolAnswer(0, answer)));

    [Theory]
    [InlineData("java version \"1.8.0_392\"\n", "'java -version' says it is 1.8.0_392.")]
    [InlineData("openjdk version \"11.0.22\" 2024-01-16\n", "'java -version' says it is 11.0.22.")]
    public void Fault_JavaIsTooOld_SaysWhatWasFound(string answer, string sentence) => Assert.Equal(Java + sentence, Prerequisite.Java.Fault(new ToolAnswer(0, answer)));

    [Fact]
    public void Fault_ProgramFails_IsASentence() =>
        Assert.Equal(Java + "'java -version' does not tell its version: The operation couldn't be completed.", Prerequisite.Java.Fault(new ToolAnswer(1, "The operation couldn't be completed.\n17.0\n")));

    [Fact]
    public async Task Check_BothAreMissing_NamesBoth()
    {
        var refused = await Assert.ThrowsAsync<RefusedException>(() => Prerequisites.CheckAsync((_, _) => Task.FromResult<ToolAnswer?>(null)));

        Assert.Equal($"{Node}there is no 'node' on the PATH.\n{Java}there is no 'java' on the PATH.", refused.Message);
    }

    [Fact]
    public Task Check_BothAreThere_Passes() =>
        Prerequisites.CheckAsync((program, _) => Task.FromResult<ToolAnswer?>(new ToolAnswer(0, program == "node" ? "v22.0.0" : "openjdk version \"17\"")));
}
