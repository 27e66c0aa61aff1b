namespace Amazon.Lambda.Annotations.SQS;

/// <summary>Says which queue invokes the function.</summary>
/// <remarks>It describes the event source to a deployment template; it changes nothing at run time.</remarks>
/// <param name="queue">The queue's ARN, or <c>@</c> and its name in the template.</param>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public class SQSEventAttribute(string queue) : Attribute
{
    public string Queue { get; set; } = queue;

    public string? ResourceName { get; set; }

    public bool Enabled { get; set; } = true;

    public uint BatchSize { get; set; } = 10;

    public uint MaximumBatchingWindowInSeconds { get; set; }

    public string? Filters { get; set; }

    public uint MaximumConcurrency { get; set; }
}
