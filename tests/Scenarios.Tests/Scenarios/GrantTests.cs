using IncidentServerless.Cli.Scenarios;
using IncidentServerless.LocalCloud.Iam;

namespace IncidentServerless.Scenarios.Tests.Scenarios;

/// <summary>Least privilege, proven by use: what a role may do, some story makes it do.</summary>
[Collection(SuiteCollection.Name)]
public sealed class GrantTests(SuiteFixture suite)
{
    /// <summary>Actions that no story can ask for, and why the roles have them all the same.</summary>
    private static readonly Dictionary<string, string> OutsideOfStories = new()
    {
    };

    [Fact]
    public async Task Grants_OfEveryRole_AreUsedBySomeStory()
    {
        HashSet<Grant> used = [];
        HashSet<Grant> granted = [];
        foreach (var name in StoryFiles.Names)
        {
            var story = await suite.PlayAsync(name);
            used.UnionWith(story.Grants[true]);
            granted.UnionWith(story.Grants[true].Concat(story.Grants[false]));
        }

        var unused = granted.Except(used).Where(grant => !OutsideOfStories.ContainsKey(grant.Action)).Select(grant => $"{grant.Role}: {grant.Action} on {grant.Resource}").Order().ToList();
        Assert.True(unused is [], $"No story uses:\n{string.Join('\n', unused)}");
        Assert.Equal(OutsideOfStories.Keys.Order(), granted.Except(used).Select(grant => grant.Action).Distinct().Where(OutsideOfStories.ContainsKey).Order());
    }
}
