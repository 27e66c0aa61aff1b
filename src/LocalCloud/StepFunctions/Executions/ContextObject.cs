using System.Globalization;
using System.Text.Json;
using IncidentServerless.LocalCloud.StepFunctions.States;

namespace IncidentServerless.LocalCloud.StepFunctions.Executions;

/// <summary>What <c>$states.context</c> tells.</summary>
internal static class ContextObject
{
    public static JsonElement Of(Visit visit, MapItem? item) => Json.Write(writer =>
    {
        writer.WriteStartObject();
        WriteExecution(writer, visit.Strand.Execution);
        WriteState(writer, visit);
        if (visit.Token is { } token)
        {
            writer.WriteStartObject("Task");
            writer.WriteString("Token", token);
            writer.WriteEndObject();
        }

        if (item is not null)
        {
            WriteItem(writer, item);
        }

        writer.WriteEndObject();
    });

    /// <summary>For example <c>2025-03-01T12:00:00.000Z</c>.</summary>
    public static string Time(DateTimeOffset moment) => moment.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture);

    private static void WriteExecution(Utf8JsonWriter writer, Execution execution)
    {
        writer.WriteStartObject("Execution");
        writer.WriteString("Id", execution.Arn);
        writer.WritePropertyName("Input");
        execution.Input.WriteTo(writer);
        writer.WriteString("StartTime", Time(execution.StartDate));
        writer.WriteString("Name", execution.Name);
        writer.WriteString("RoleArn", execution.Machine.RoleArn);
        writer.WriteNumber("RedriveCount", 0);
        writer.WriteEndObject();
        writer.WriteStartObject("StateMachine");
        writer.WriteString("Id", execution.Machine.Arn);
        writer.WriteString("Name", execution.Machine.Name);
        writer.WriteEndObject();
    }

    private static void WriteState(Utf8JsonWriter writer, Visit visit)
    {
        writer.WriteStartObject("State");
        writer.WriteString("Name", visit.State.Name);
        writer.WriteString("EnteredTime", Time(visit.EnteredAt));
        if (visit.State is TaskState)
        {
            writer.WriteNumber("RetryCount", visit.Retries);
        }

        writer.WriteEndObject();
    }

    private static void WriteItem(Utf8JsonWriter writer, MapItem item)
    {
        writer.WriteStartObject("Map");
        writer.WriteStartObject("Item");
        writer.WriteNumber("Index", item.Index);
        writer.WritePropertyName("Value");
        item.Value.WriteTo(writer);
        writer.WriteEndObject();
        writer.WriteEndObject();
    }
}
