namespace IncidentServerless.Workflows.Tests;

/// <summary>Functions and workflows start the same executions, so they must print the same names.</summary>
public class ExecutionNameTests
{
    [Theory]
    [InlineData("incident-lifecycle", "Start paging", 1)]
    [InlineData("paging", "Hand over", 7)]
    public void Expression_ThatNamesAPaging_SpellsItAsExecutionNamesDoes(string workflow, string state, int part)
    {
        var expression = Definitions.Tasks(workflow).Single(task => task.Name == state).State["Arguments"]!["Name"]!.GetValue<string>();

        var spelled = expression
            .Replace("{% ", "").Replace(" %}", "").Replace(" & ", "").Replace("'", "")
            .Replace("$incidentId", "INC-20260102-ABCDEFGH")
            .Replace("$string($generation)", "3")
            .Replace("$string($part + 1)", "7");

        Assert.Equal(ExecutionNames.Paging("INC-20260102-ABCDEFGH", 3, part), spelled);
    }

    [Fact]
    public void Expression_ThatNamesARunbook_SpellsItAsExecutionNamesDoes()
    {
        var expression = Definitions.Tasks("incident-lifecycle").Single(task => task.Name == "Start the runbook").State["Arguments"]!["Name"]!.GetValue<string>();

        Assert.Equal(
            ExecutionNames.Runbook("INC-20260102-ABCDEFGH", 3),
            expression.Replace("{% ", "").Replace(" %}", "").Replace(" & ", "").Replace("'", "").Replace("$incidentId", "INC-20260102-ABCDEFGH").Replace("$string($generation)", "3"));
    }
}
