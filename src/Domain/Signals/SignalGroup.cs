namespace IncidentServerless.Domain.Signals;

/// <summary>Alerts that may belong together, whatever their keys.</summary>
/// <param name="Name">The same for all of them: <c>tenant:111122223333:AuthenticationFailure:acme</c>, <c>rule:Checkout</c>. At most 300 characters.</param>
/// <param name="Because">Why, as the end of a sentence without a full stop: <c>it is of the same type and tenant (acme)</c>.</param>
/// <param name="Within">How long after the last of them another one still belongs to their incident.</param>
public sealed record SignalGroup(string Name, string Because, TimeSpan Within);
