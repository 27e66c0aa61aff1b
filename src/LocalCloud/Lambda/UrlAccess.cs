using IncidentServerless.LocalCloud.Template;

namespace IncidentServerless.LocalCloud.Lambda;

/// <summary>
/// Which functions anybody may call by URL: it takes a URL with <c>AuthType NONE</c> and, since October 2025, two permissions for everybody:
/// <c>lambda:InvokeFunctionUrl</c>, and <c>lambda:InvokeFunction</c> for calls by the URL ("Control access to Lambda function URLs").
/// </summary>
internal static class UrlAccess
{
    public static IReadOnlySet<string> OpenFunctions(Stack stack, LambdaService lambda)
    {
        var permissions = stack.OfType("AWS::Lambda::Permission").Select(permission => permission.Properties).Where(permission => permission.Text("Principal") == "*").ToList();
        bool Grants(string function, string action, string condition, string value) => permissions.Any(permission =>
            permission.Text("Action") == action && permission.Text(condition) == value && NameOf(permission.Text("FunctionName")) == function);

        string? NameOf(string? nameOrArn) => nameOrArn is null ? null : lambda.Find(nameOrArn)?.Name;

        return stack.OfType("AWS::Lambda::Url")
            .Where(url => url.Properties.Text("AuthType") == "NONE")
            .Select(url => NameOf(url.Properties.Text("TargetFunctionArn")))
            .OfType<string>()
            .Where(function => Grants(function, "lambda:InvokeFunctionUrl", "FunctionUrlAuthType", "NONE") && Grants(function, "lambda:InvokeFunction", "InvokedViaFunctionUrl", "true"))
            .ToHashSet();
    }
}
