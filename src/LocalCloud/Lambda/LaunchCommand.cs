namespace IncidentServerless.LocalCloud.Lambda;

/// <summary>How a function's process is started.</summary>
/// <param name="FileName">An executable: <c>dotnet</c>, or the path of a native <c>bootstrap</c>.</param>
/// <param name="Arguments">Its arguments.</param>
/// <param name="TaskRoot">The folder of the function's code: the working directory, and <c>LAMBDA_TASK_ROOT</c>.</param>
public sealed record LaunchCommand(string FileName, IReadOnlyList<string> Arguments, string TaskRoot);
