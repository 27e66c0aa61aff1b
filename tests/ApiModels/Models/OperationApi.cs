using IncidentServerless.ApiModels.Shapes;

namespace IncidentServerless.ApiModels.Models;

/// <summary>One operation of a service.</summary>
/// <param name="Name">As the API has it, for example <c>GetCostAndUsage</c>.</param>
/// <param name="Action">As Step Functions has it, for example <c>getCostAndUsage</c>.</param>
public sealed record OperationApi(string Name, string Action, Shape Input, Shape Output);
