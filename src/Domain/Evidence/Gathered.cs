using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace IncidentServerless.Domain.Evidence;

/// <summary>One kind of evidence as a workflow gathered it: what its source answered, or why there is no answer. That a source cannot be asked is a fact, never a failure.</summary>
/// <typeparam name="T">One entry; every member of it may be missing, since it comes from outside.</typeparam>
public sealed record Gathered<T>
{
    private readonly ImmutableArray<T> items = [];

    /// <summary>In no particular order; empty when the source knows of nothing, or is unavailable.</summary>
    public ImmutableArray<T> Items
    {
        get => items;
        init => items = value.IsDefault ? [] : value;
    }

    /// <summary>Why there is no answer, as the service said it; null when there is one.</summary>
    public string? Unavailable { get; init; }

    [JsonIgnore]
    public bool IsPresent => Unavailable is null;

    public static Gathered<T> Of(params ImmutableArray<T> items) => new() { Items = items };

    public static Gathered<T> Without(string reason) => new() { Unavailable = reason };
}
