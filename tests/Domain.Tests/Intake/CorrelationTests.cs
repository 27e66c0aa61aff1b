using CsCheck;
using IncidentServerless.Domain.Incidents;
using IncidentServerless.Domain.Intake;
using IncidentServerless.Domain.Policy;
using IncidentServerless.Domain.Severity;
using IncidentServerless.Domain.Signals;
using static IncidentServerless.Domain.Tests.Incidents.Sample;

namespace IncidentServerless.Domain.Tests.Intake;

/// <summary>Alerts with keys of their own that belong to one incident, storms, and evidence that makes an incident worse.</summary>
public sealed class CorrelationTests
{
    private static readonly IncidentPolicy Policy = Rules with
    {
        SeverityRises =
        [
            new SeverityRise("Several tenants", RiseEvidence.Tenants, 2, SeverityLevel.Sev2),
            new SeverityRise("Many tenants", RiseEvidence.Tenants, 4, SeverityLevel.Sev1),
            new SeverityRise("Many alerts at once", RiseEvidence.Alerts, 4, SeverityLevel.Sev1),
        ],
        Correlation = Correlation.Default with { Storm = new StormRule(3, TimeSpan.FromMinutes(5)) },
    };

    [Fact]
    public void Firing_OfAnotherKeyInTheGroup_JoinsAndSaysWhy()
    {
        var world = new World().Take(Firing("login", 0, "acme"), minute: 0);

        var outcome = world.Take(Firing("tokens", 10, "acme"), minute: 10).Last;

        Assert.Equal((Disposition.Attached, world.First.Id), (outcome.Dispositions[0].Disposition, outcome.Dispositions[0].IncidentId));
        Assert.Equal($"It joined {world.First.Id}, because it is of the same type and tenant (acme).", outcome.Dispositions[0].Reason);
        Assert.Equal(["AlertJoined"], outcome.Events.Select(happened => happened.GetType().Name));
    }

    [Fact]
    public void Firing_OfAnotherTenant_OpensItsOwn() =>
        Assert.Equal(Disposition.Opened, new World().Take(Firing("login", 0, "acme"), 0).Take(Firing("tokens", 1, "globex"), 1).Last.Dispositions[0].Disposition);

    [Fact]
    public void Firing_AfterTheGroupsTime_OpensItsOwn() =>
        Assert.Equal(Disposition.Opened, new World().Take(Firing("login", 0, "acme"), 0).Take(Firing("tokens", 61, "acme"), 61).Last.Dispositions[0].Disposition);

    [Fact]
    public void Firing_AfterTheEndOfTheGroupsIncident_OpensItsOwn()
    {
        var world = new World().Take(Firing("login", 0, "acme"), 0);
        world.Happened(new IncidentResolved(Ana, "fixed") { At = Noon.AddMinutes(5) });

        Assert.Equal(Disposition.Opened, world.Take(Firing("tokens", 10, "acme"), 10).Last.Dispositions[0].Disposition);
    }

    [Fact]
    public void Recovery_OfOneOfTwoAlerts_DoesNotMitigate()
    {
        var world = new World().Take(Firing("login", 0, "acme"), 0).Take(Firing("tokens", 1, "acme"), 1);

        var first = world.Take(Recovered("login", 5), 5).Last;
        Assert.Equal("1 other alert of the incident still fires.", first.Dispositions[0].Reason);
        Assert.Equal(IncidentStatus.Open, world.First.Status);

        world.Take(Recovered("tokens", 6), 6);
        Assert.Equal(IncidentStatus.Mitigated, world.First.Status);
    }

    [Fact]
    public void Firing_OfAnAlertThatHadRecoveredBesideOthers_CountsAgain()
    {
        var world = new World().Take(Firing("login", 0, "acme"), 0).Take(Firing("tokens", 1, "acme"), 1).Take(Recovered("login", 5), 5).Take(Firing("login", 6, "acme"), 6);

        Assert.Equal(IncidentStatus.Open, world.Take(Recovered("tokens", 7), 7).First.Status);
        Assert.Equal(IncidentStatus.Mitigated, world.Take(Recovered("login", 8), 8).First.Status);
    }

    [Fact]
    public void Relapse_ByOneAlertOfTwo_IsMitigatedByItsOwnRecovery()
    {
        var world = new World().Take(Firing("login", 0, "acme"), 0).Take(Firing("tokens", 1, "acme"), 1).Take(Recovered("login", 2), 2).Take(Recovered("tokens", 3), 3);

        Assert.Equal(IncidentStatus.Open, world.Take(Firing("tokens", 4, "acme"), 4).First.Status);
        Assert.Equal(IncidentStatus.Mitigated, world.Take(Recovered("tokens", 5), 5).First.Status);
    }

    [Fact]
    public void Tenants_OfLaterSignals_RaiseTheSeverityByPolicy()
    {
        var world = new World().Take(Firing("errors", 0, "acme") with { Severity = SeverityLevel.Sev3 }, 0);

        var second = world.Take(Firing("errors", 1, "globex") with { Severity = SeverityLevel.Sev3 }, 1).Last;

        Assert.Contains(new TenantsAffected(["globex"], 2) { At = Noon.AddMinutes(1) }.Total, second.Events.OfType<TenantsAffected>().Select(affected => affected.Total));
        Assert.Equal("2 tenants are affected (Several tenants)", Assert.Single(second.Events.OfType<SeverityRaised>()).Reason);
        Assert.Equal(SeverityLevel.Sev1, world.Take(Firing("errors", 2, "initech", "hooli") with { Severity = SeverityLevel.Sev3 }, 2).First.Severity);
    }

    [Fact]
    public void Opening_OfASignalThatNamesManyTenants_IsAsBadAsPolicySays() =>
        Assert.Equal(SeverityLevel.Sev1, new World().Take(Firing("errors", 0, "a", "b", "c", "d") with { Severity = SeverityLevel.Sev4 }, 0).First.Severity);

    [Fact]
    public void Storm_AfterSoManyIncidents_TakesWhatFollows()
    {
        var world = new World();
        for (var n = 0; n < 12; n++)
        {
            world.Take(Firing($"alarm-{n}", n * 0.1), n * 0.1);
        }

        Assert.Equal([.. Enumerable.Repeat(Disposition.Opened, 4), .. Enumerable.Repeat(Disposition.Attached, 8)], world.Dispositions);
        var umbrella = world.Incidents[3];
        Assert.Equal("Alert storm, 4 incidents within 5 min: alarm-3 fires", umbrella.Title);
        Assert.Equal((9, SeverityLevel.Sev1), (umbrella.Firing.Length, umbrella.Severity));
    }

    [Fact]
    public void Storm_AfterItsTimeWithoutAnAlert_IsOver()
    {
        var world = new World();
        for (var n = 0; n < 6; n++)
        {
            world.Take(Firing($"alarm-{n}", n * 0.1), n * 0.1);
        }

        Assert.Equal(Disposition.Opened, world.Take(Firing("later", 20), 20).Last.Dispositions[0].Disposition);
    }

    [Fact]
    public void Storm_WhatAPersonDeclares_StandsAloneAndCountsForNothing()
    {
        var world = new World();
        for (var n = 0; n < 6; n++)
        {
            Assert.Equal(Disposition.Opened, world.Take(Firing($"declared-{n}", n * 0.1) with { IsDeclared = true }, n * 0.1).Last.Dispositions[0].Disposition);
        }

        world.Take(Firing("real", 1), 1);

        Assert.Equal("real fires", world.Incidents[6].Title);
    }

    [Fact]
    public void Storm_SecurityFinding_IsNeverFoldedAway()
    {
        var world = new World();
        for (var n = 0; n < 6; n++)
        {
            world.Take(Firing($"alarm-{n}", n * 0.1), n * 0.1);
        }

        Assert.Equal(Disposition.Opened, world.Take(Firing("breach", 1) with { Type = IncidentType.SecurityFinding }, 1).Last.Dispositions[0].Disposition);
    }

    [Fact]
    public void Storm_OfMoreAlertsThanAreKeptApart_IsNotMitigatedByTheirRecoveries()
    {
        var world = new World();
        for (var n = 0; n < Incident.MostAlerts + 20; n++)
        {
            world.Take(Firing($"alarm-{n}", n * 0.01), n * 0.01);
        }

        for (var n = 3; n < Incident.MostAlerts + 20; n++)
        {
            world.Take(Recovered($"alarm-{n}", 5), 5);
        }

        Assert.Equal(Incident.MostAlerts, world.Incidents[3].Firing.Length);
        Assert.Equal(IncidentStatus.Open, world.Incidents[3].Status);
    }

    [Fact]
    public void AnyAlerts_EveryIncidentIsActiveWhileOneOfItsAlertsFires() =>
        Gen.Select(Gen.Int[0, 4], Gen.Bool, Gen.Int[0, 1]).Array[1, 25].Sample(history =>
        {
            var world = new World();
            var firing = new Dictionary<string, bool>();
            for (var n = 0; n < history.Length; n++)
            {
                var (key, fires, tenant) = history[n];
                world.Take(fires ? Firing($"k{key}", n, tenant == 0 ? "acme" : "globex") : Recovered($"k{key}", n), n);
                firing[$"k{key}"] = fires;
            }

            foreach (var (name, fires) in firing.Where(row => row.Value))
            {
                Assert.True(world.IncidentOf(name) is { Status: IncidentStatus.Open or IncidentStatus.Acknowledged });
            }
        });

    private static Signal Firing(string name, double minute, params string[] tenants) => Of(name, SignalStatus.Firing, minute) with
    {
        Tenants = [.. tenants],
        Groups = [.. tenants.Select(tenant => new SignalGroup($"tenant:{tenant}", $"it is of the same type and tenant ({tenant})", TimeSpan.FromHours(1)))],
    };

    private static Signal Recovered(string name, double minute) => Of(name, SignalStatus.Recovered, minute);

    private static Signal Of(string name, SignalStatus status, double minute) => new()
    {
        Source = "cloudwatch-alarm",
        EventId = $"{name}/{status}/{minute}",
        Status = status,
        Type = IncidentType.AuthenticationFailure,
        Severity = SeverityLevel.Sev3,
        DedupKey = name,
        Title = $"{name} fires",
        OccurredAt = Noon.AddMinutes(minute),
        Account = "111122223333",
        Region = "eu-west-1",
        Route = "any",
    };

    /// <summary>What the store would know, in memory.</summary>
    private sealed class World
    {
        private readonly Dictionary<string, (DedupPointer Pointer, string? Incident)> pointers = [];
        private readonly Dictionary<string, (string Incident, DateTimeOffset At)> groups = [];
        private readonly Dictionary<string, (Incident Incident, long Attached)> incidents = [];
        private StormWatch storm = StormWatch.Calm;

        public List<Disposition> Dispositions { get; } = [];

        public List<Incident> Incidents => [.. incidents.Values.Select(each => each.Incident)];

        public Incident First => Incidents[0];

        public IntakeOutcome Last { get; private set; } = null!;

        public Incident? IncidentOf(string key) => pointers[key].Incident is { } id ? incidents[id].Incident : null;

        public void Happened(IncidentEvent happened)
        {
            var first = incidents.Values.First();
            incidents[first.Incident.Id] = (IncidentFold.Apply(first.Incident, happened), first.Attached);
        }

        public World Take(Signal signal, double minute)
        {
            var now = Noon.AddMinutes(minute);
            var known = pointers.TryGetValue(signal.DedupKey, out var pointer)
                ? new IntakeState(pointer.Pointer, pointer.Incident is { } id ? incidents[id].Incident : null, pointer.Incident is { } same ? incidents[same].Attached : 0)
                : IntakeState.Unknown;
            if (known.Incident is not { IsActive: true })
            {
                known = known with { Around = new Surroundings([.. signal.Groups.Select(Neighbour)], storm with { Umbrella = storm.Umbrella is { } umbrella ? incidents[umbrella.Id].Incident : null, Attached = storm.Umbrella is { } again ? incidents[again.Id].Attached : 0 }) };
            }

            Last = SignalIntake.Take(known, [signal], Policy, now);
            pointers[signal.DedupKey] = (Last.After.Pointer!, Last.After.Pointer!.IncidentId);
            if (Last.After.Incident is { } after)
            {
                incidents[after.Id] = (after, Last.After.Attached);
                if (after.Id != known.Incident?.Id)
                {
                    foreach (var group in signal.Groups)
                    {
                        groups[group.Name] = (after.Id, now);
                    }
                }
            }

            storm = Last.After.Around?.Storm ?? storm;
            Dispositions.Add(Last.Dispositions[0].Disposition);
            return this;
        }

        private Neighbour Neighbour(SignalGroup group) => groups.TryGetValue(group.Name, out var found)
            ? new Neighbour(group, incidents[found.Incident].Incident, incidents[found.Incident].Attached, found.At)
            : new Neighbour(group, null, 0, default);
    }
}
