namespace IncidentServerless.Domain.Evidence.General;

/// <summary>Something that was changed.</summary>
/// <param name="What">The beginning of a sentence, which ends with when: <c>Stack checkout was updated</c>.</param>
internal sealed record Change(string What, DateTimeOffset At);
