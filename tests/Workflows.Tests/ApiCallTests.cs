using System.Text.Json.Nodes;
using IncidentServerless.ApiModels;

namespace IncidentServerless.Workflows.Tests;

/// <summary>Every call of a workflow fits AWS's model of its API, as far as that can be seen before it runs; played scenarios show the rest.</summary>
public class ApiCallTests
{
    public static TheoryData<string> Names => Definitions.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public void Arguments_OfEveryTask_FitTheApi(string name) =>
        Assert.Empty(Definitions.Tasks(name).SelectMany(task => ApiCheck.Arguments(Resource(task.State), task.State["Arguments"]).Select(misfit => $"\"{task.Name}\" {misfit}")));

    [Theory]
    [MemberData(nameof(Names))]
    public void Errors_ThatATaskRetriesOrCatches_AreErrorsOfTheApi(string name) =>
        Assert.Empty(Definitions.Tasks(name).SelectMany(task => Errors(task.State).SelectMany(error => ApiCheck.ErrorName(Resource(task.State), error)).Select(misfit => $"\"{task.Name}\" {misfit}")));

    private static string Resource(JsonObject task) => task["Resource"]!.GetValue<string>();

    private static IEnumerable<string> Errors(JsonObject task) =>
        new[] { task["Retry"], task["Catch"] }.OfType<JsonArray>().SelectMany(rules => rules).SelectMany(rule => Definitions.Texts(rule!["ErrorEquals"]));
}
