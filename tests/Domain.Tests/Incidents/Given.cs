using IncidentServerless.Domain.Incidents;
using IncidentServerless.Domain.Policy;

namespace IncidentServerless.Domain.Tests.Incidents;

/// <summary>Given these events, when this command, then those events.</summary>
internal sealed class Given
{
    private readonly List<IncidentEvent> events;
    private readonly IncidentPolicy policy = Sample.Rules;

    private Given(IEnumerable<IncidentEvent> events) => this.events = [.. events];

    public static Given Events(params IncidentEvent[] events) => new(events);

    public Incident State => IncidentFold.Of(events)!;

    public Outcome When(IncidentCommand command) => new(State, IncidentDecider.Decide(State, command, policy), LifecycleRules.Answer(State, command, policy));

    internal sealed record Outcome(Incident Before, IReadOnlyList<IncidentEvent> Events, IncidentAnswer Answer)
    {
        public Incident After => Events.Aggregate(Before, IncidentFold.Apply);

        public Outcome Then(params IncidentEvent[] expected)
        {
            Assert.Equal(expected, Events);
            return this;
        }

        public Outcome ThenNothing()
        {
            Assert.Empty(Events);
            return this;
        }
    }
}
