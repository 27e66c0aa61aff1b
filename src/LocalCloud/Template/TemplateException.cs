namespace IncidentServerless.LocalCloud.Template;

/// <summary>The template cannot be deployed as it stands; the message says which resource and what to change.</summary>
public sealed class TemplateException(string message) : Exception(message);
