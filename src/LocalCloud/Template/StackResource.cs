using System.Text.Json.Nodes;

namespace IncidentServerless.LocalCloud.Template;

/// <summary>One resource of a stack, every intrinsic resolved.</summary>
/// <param name="LogicalId">Its name in the template.</param>
/// <param name="Type">For example <c>AWS::SQS::Queue</c>.</param>
/// <param name="PhysicalName">The service's name for it.</param>
/// <param name="Arn">Its ARN.</param>
/// <param name="Properties">As the template states them; what resolves to <c>AWS::NoValue</c> is absent.</param>
public sealed record StackResource(string LogicalId, string Type, string PhysicalName, string Arn, JsonObject Properties);
