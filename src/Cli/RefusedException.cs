namespace IncidentServerless.Cli;

/// <summary>What was asked cannot be done as it was asked, or this machine lacks something: a sentence for people, exit code 2.</summary>
public sealed class RefusedException(string sentence) : Exception(sentence);
