namespace IncidentServerless.LocalCloud.Iam;

/// <summary>What a call needs.</summary>
/// <param name="Action">For example <c>sqs:SendMessage</c>.</param>
/// <param name="Resource">An ARN; <c>*</c> for an action without resources; null when it cannot be told from the call.</param>
/// <param name="Context">The condition keys of the request.</param>
internal sealed record Permission(string Action, string? Resource, IReadOnlyDictionary<string, IReadOnlyList<string>> Context)
{
    private static readonly Dictionary<string, IReadOnlyList<string>> NoContext = [];

    public Permission(string action, string? resource)
        : this(action, resource, NoContext)
    {
    }

    /// <summary>False for a resource that is simulated, of whose tags nothing is known: a condition on them is taken to hold.</summary>
    public bool KnowsTags { get; init; } = true;

    public Permission With(string key, string? value) => value is null ? this : this with
    {
        Context = new Dictionary<string, IReadOnlyList<string>>(Context) { [key] = [value] },
    };
}
