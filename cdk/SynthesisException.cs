namespace IncidentServerless.Cdk;

/// <summary>The stack cannot be synthesised; the message says what is wrong, where, and what to do.</summary>
public sealed class SynthesisException(string message) : Exception(message);
