namespace IncidentServerless.Functions.BeginRunbook;

/// <summary>What an execution's ARN says of where it runs, which is where its runbook looks and acts.</summary>
internal sealed record ExecutionPlace(string Partition, string Region, string Account, string Name)
{
    /// <param name="arn"><c>arn:partition:states:region:account:execution:machine:name</c>.</param>
    /// <exception cref="FormatException">It is something else.</exception>
    public static ExecutionPlace Of(string arn) => arn.Split(':') is ["arn", var partition, "states", var region, var account, "execution", _, var name]
        ? new ExecutionPlace(partition, region, account, name)
        : throw new FormatException($"'{arn}' is no ARN of an execution.");
}
