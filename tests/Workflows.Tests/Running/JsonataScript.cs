namespace IncidentServerless.Workflows.Tests.Running;

internal static class JsonataScript
{
    public static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var script = Path.Combine(folder.FullName, "node_modules", "jsonata", "jsonata.js");
            if (File.Exists(script))
            {
                return script;
            }
        }

        throw new InvalidOperationException($"There is no node_modules/jsonata above {AppContext.BaseDirectory}. Run npm ci where package.json is.");
    }
}
