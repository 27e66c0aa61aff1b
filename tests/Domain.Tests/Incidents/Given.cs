using System.Text.Json;
using IncidentServerless.Domain.Incidents;
using IncidentServerless.Domain.Json;
using IncidentServerless.Domain.Policy;

namespace IncidentServerless.Domain.Tests.Incidents;

/// <summary>Given these events, when this command, then those events.</summary>
internal sealed class Given
{
    private readonly List<IncidentEvent> events;
    private IncidentPolicy policy = Sample.Rules;

    private Given(IEnumerable<IncidentEvent> events) => this.events = [.. events];

    public static Given Events(params IncidentEvent[] events) => new(events);

    public Given Under(IncidentPolicy rules)
    {
        policy = rules;
        return this;
    }

    public Incident State => IncidentFold.Of(events)!;

    public Outcome When(IncidentCommand command) => new(State, IncidentDecider.Decide(State, command, policy), LifecycleRules.Answer(State, command, policy));

    internal sealed record Outcome(Incident Before, IReadOnlyList<IncidentEvent> Events, IncidentAnswer Answer)
    {
        public Incident After => Events.Aggregate(Before, IncidentFold.Apply);

        public Outcome Then(params IncidentEvent[] expected)
        {
            Assert.Equal(expected.Select(Stored), Events.Select(Stored));
            return this;
        }

        // As it is stored, because lists are equal there by what is in them.
        private static string Stored(IncidentEvent happened) => JsonSerializer.Serialize(happened, DomainJson.Default.IncidentEvent);

        public Outcome ThenNothing()
        {
            Assert.Empty(Events);
            return this;
        }
    }
}
