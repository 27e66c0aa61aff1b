namespace IncidentServerless.LocalCloud.Lambda;

/// <summary>The environment of a function's process: what Lambda sets, the template's variables, and what a process needs on this machine. Nothing else is inherited.</summary>
internal static class FunctionEnvironment
{
    private static readonly string[] Inherited =
        ["PATH", "HOME", "TMPDIR", "TEMP", "TMP", "DOTNET_ROOT", "DOTNET_CLI_HOME", "LD_LIBRARY_PATH", "SystemRoot", "USERPROFILE", "LOCALAPPDATA"];

    public static Dictionary<string, string> Of(FunctionConfiguration function, LaunchCommand command, string instance, Uri endpoint)
    {
        var region = function.Arn.Split(':')[3];
        var environment = new Dictionary<string, string>(function.Environment);
        foreach (var name in Inherited)
            if (Environment.GetEnvironmentVariable(name) is { } value)
                environment.TryAdd(name, value);
        var platform = new Dictionary<string, string>
        {
            ["_HANDLER"] = function.Handler,
            ["AWS_REGION"] = region,
            ["AWS_DEFAULT_REGION"] = region,
            ["AWS_EXECUTION_ENV"] = "AWS_Lambda_provided.al2023",
            ["AWS_LAMBDA_FUNCTION_NAME"] = function.Name,
            ["AWS_LAMBDA_FUNCTION_VERSION"] = "$LATEST",
            ["AWS_LAMBDA_FUNCTION_MEMORY_SIZE"] = function.MemorySize.ToString(),
            ["AWS_LAMBDA_INITIALIZATION_TYPE"] = "on-demand",
            ["AWS_LAMBDA_LOG_GROUP_NAME"] = "/aws/lambda/" + function.Name,
            ["AWS_LAMBDA_LOG_STREAM_NAME"] = $"[$LATEST]{instance}",
            ["AWS_LAMBDA_RUNTIME_API"] = $"{endpoint.Authority}/_runtime/{instance}",
            ["AWS_ENDPOINT_URL"] = endpoint.ToString().TrimEnd('/'),
            // The key names this process, and by it the invocation that runs in it and the function's role.
            ["AWS_ACCESS_KEY_ID"] = instance,
            ["AWS_SECRET_ACCESS_KEY"] = "local",
            ["LAMBDA_TASK_ROOT"] = command.TaskRoot,
            ["TZ"] = ":UTC",
        };
        foreach (var (name, value) in platform)
            environment[name] = value;
        return environment;
    }
}
