using System.Text.Json.Nodes;
using IncidentServerless.LocalCloud.Boot;
using IncidentServerless.LocalCloud.Clock;
using IncidentServerless.LocalCloud.Lambda;
using IncidentServerless.LocalCloud.Tools;

namespace IncidentServerless.LocalCloud.Tests.Support;

/// <summary>One host for all tests that need one: its processes are reused, and one world is open at a time.</summary>
public sealed class CloudFixture : IAsyncLifetime
{
    public static readonly DateTimeOffset Start = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    public CloudHost Host { get; private set; } = null!;

    public VirtualClock Clock { get; private set; } = new(Start);

    public async Task InitializeAsync()
    {
        var packages = NpmPackages.Above(AppContext.BaseDirectory);
        await packages.EnsureAsync(_ => { }, CancellationToken.None);
        Host = await CloudHost.StartAsync(new CloudHostOptions { FunctionCommand = ToyCommand, NodeModules = packages.Folder, Patience = TimeSpan.FromSeconds(1) });
    }

    public async Task DisposeAsync() => await Host.DisposeAsync();

    /// <summary>A world whose clock begins at <see cref="Start"/>.</summary>
    public Task<Cloud> WorldAsync(string template, JsonObject? answers = null)
    {
        Clock = new VirtualClock(Start);
        return Host.NewWorldAsync(new WorldOptions { Template = (JsonObject)JsonNode.Parse(template)!, Clock = Clock, StackName = "Toy", AccountAnswers = answers ?? [] });
    }

    public static LaunchCommand ToyCommand(FunctionConfiguration function) =>
        new("dotnet", [typeof(ToyFunction.Program).Assembly.Location], AppContext.BaseDirectory);
}

[CollectionDefinition("cloud")]
public sealed class CloudCollection : ICollectionFixture<CloudFixture>;
