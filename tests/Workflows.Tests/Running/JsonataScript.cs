using IncidentServerless.LocalCloud.Tools;

namespace IncidentServerless.Workflows.Tests.Running;

internal static class JsonataScript
{
    public static string Find() => NpmPackages.InstalledAbove(AppContext.BaseDirectory).JsonataScript;
}
