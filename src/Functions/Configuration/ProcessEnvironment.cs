using System.Collections;

namespace IncidentServerless.Functions.Configuration;

/// <summary>The one place where the process's environment is read.</summary>
internal static class ProcessEnvironment
{
    public static IReadOnlyDictionary<string, string> Read()
    {
#pragma warning disable RS0030 // This is the reading that everything else is spared.
        var variables = Environment.GetEnvironmentVariables();
#pragma warning restore RS0030
        return variables.Cast<DictionaryEntry>().ToDictionary(variable => (string)variable.Key, variable => (string?)variable.Value ?? "");
    }
}
