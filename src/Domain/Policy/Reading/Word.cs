namespace IncidentServerless.Domain.Policy.Reading;

/// <summary>A word of the policy file, and what it means.</summary>
internal sealed record Word<T>(string Text, T Meaning);
