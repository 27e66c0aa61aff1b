using System.Runtime.CompilerServices;

namespace IncidentServerless.Cdk;

/// <summary>jsii prints a banner about any Node that its release of 2024 did not know as current, and a synthesis that went well prints nothing. Which Node is right is said in package.json.</summary>
internal static class NodeBanner
{
#pragma warning disable CA2255 // The variables must stand before anything of jsii is touched, in the app and in its tests alike.
    [ModuleInitializer]
#pragma warning restore CA2255
    internal static void Silence()
    {
        Set("JSII_SILENCE_WARNING_END_OF_LIFE_NODE_VERSION", "20,22,23,24");
        Set("JSII_SILENCE_WARNING_UNTESTED_NODE_VERSION", "1");
        Set("JSII_SILENCE_WARNING_DEPRECATED_NODE_VERSION", "1");
    }

    private static void Set(string variable, string value)
    {
        if (Environment.GetEnvironmentVariable(variable) is null)
        {
            Environment.SetEnvironmentVariable(variable, value);
        }
    }
}
