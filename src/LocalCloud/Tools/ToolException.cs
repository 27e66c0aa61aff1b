namespace IncidentServerless.LocalCloud.Tools;

/// <summary>A program or a package that is needed is missing or fails; the message says which, and what to do.</summary>
public sealed class ToolException(string sentence) : Exception(sentence);
