namespace IncidentServerless.Cli.Scenarios.Playing;

/// <summary>The script cannot go on as it says; the message says what was expected and what was found.</summary>
internal sealed class StoryException(string message) : Exception(message);
