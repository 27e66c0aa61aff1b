using System.Text.RegularExpressions;
using IncidentServerless.LocalCloud.Endpoint;

namespace IncidentServerless.LocalCloud.StepFunctions.Api;

/// <summary>Names of state machines and executions: 1 to 80 characters, none of those that the service refuses.</summary>
internal static partial class Names
{
    /// <exception cref="AwsError"><c>InvalidName</c>.</exception>
    public static string Check(string name) => name.Length is > 0 and <= 80 && !Refused().IsMatch(name)
        ? name
        : throw new AwsError("InvalidName", $"Invalid Name: '{name}'");

    [GeneratedRegex("""[\s<>{}\[\]?*"#%\\^|~`$&,;:/\u0000-\u001f\u007f-\u009f]""")]
    private static partial Regex Refused();
}
