using System.Text.Json;
using IncidentServerless.LocalCloud.StepFunctions.Definitions;
using IncidentServerless.LocalCloud.StepFunctions.Errors;
using IncidentServerless.LocalCloud.StepFunctions.Executions;
using IncidentServerless.LocalCloud.StepFunctions.Expressions;

namespace IncidentServerless.LocalCloud.StepFunctions.States;

/// <summary>One entry of Catch: where a failure leads. Without Output, the error itself is what the next state gets; the state's input is not.</summary>
internal sealed record Catcher(IReadOnlyList<string> ErrorEquals, string Next, PayloadTemplate? Output, PayloadTemplate? Assign)
{
    private static readonly string[] Fields = ["ErrorEquals", "Next", "Output", "Assign", "Comment"];

    public static Catcher Read(DefinitionNode node)
    {
        StateReader.RefuseUnknown(node, Fields);
        node.Require("Next");
        return new Catcher(ErrorNames.Read(node), node.Text("Next") ?? "", node.Template("Output"), node.Template("Assign"));
    }

    public bool Matches(StatesError failure) => ErrorEquals.Any(failure.Is);

    public ValueTask<StateExit> LeaveAsync(Visit visit, StatesError failure, int index)
    {
        var error = Json.Write(writer => Write(writer, failure));
        return visit.LeaveAsync(Next, Output, Assign, error, visit.Bindings(errorOutput: error), $"Catch[{index}]/");
    }

    private static void Write(Utf8JsonWriter writer, StatesError failure)
    {
        writer.WriteStartObject();
        writer.WriteString("Error", failure.Error);
        writer.WriteString("Cause", failure.Cause);
        writer.WriteEndObject();
    }
}
