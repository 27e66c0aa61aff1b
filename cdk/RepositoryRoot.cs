namespace IncidentServerless.Cdk;

/// <summary>The folder that holds the solution; relative paths in the CDK context begin there.</summary>
internal static class RepositoryRoot
{
    private const string Mark = "IncidentServerless.sln";

    /// <exception cref="SynthesisException">The program does not lie inside the repository.</exception>
    public static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, Mark)))
            {
                return folder.FullName;
            }
        }

        throw new SynthesisException($"{AppContext.BaseDirectory} is in no folder with {Mark}. Run the CDK app from the repository it was built in.");
    }
}
