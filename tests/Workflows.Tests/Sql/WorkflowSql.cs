using System.Text.Json.Nodes;
using Npgsql;

namespace IncidentServerless.Workflows.Tests.Sql;

/// <summary>The SQL statements of the workflows, as they deploy: with <c>:name</c> for each parameter, as the Data APIs write them and Npgsql reads them.</summary>
internal static class WorkflowSql
{
    /// <summary>The statement of a state.</summary>
    public static string Of(string runbook, string state) => All(runbook).Single(task => task.Name == state).State["Arguments"]!["Sql"]!.GetValue<string>();

    public static IEnumerable<(string Name, JsonObject State)> All(string runbook) =>
        Definitions.Tasks($"runbook-{runbook}").Where(task => task.State["Arguments"]!["Sql"] is not null);

    /// <summary>Its rows, each as text by column.</summary>
    public static async Task<IReadOnlyList<IReadOnlyDictionary<string, string?>>> RowsAsync(this NpgsqlDataSource database, string sql, params (string Name, string Value)[] parameters)
    {
        await using var command = Command(database, sql, parameters);
        await using var reader = await command.ExecuteReaderAsync();
        List<IReadOnlyDictionary<string, string?>> rows = [];
        while (await reader.ReadAsync())
        {
            rows.Add(Enumerable.Range(0, reader.FieldCount).ToDictionary(reader.GetName, column => reader.IsDBNull(column) ? null : Convert.ToString(reader.GetValue(column), System.Globalization.CultureInfo.InvariantCulture)));
        }

        return rows;
    }

    public static async Task<int> ChangeAsync(this NpgsqlDataSource database, string sql, params (string Name, string Value)[] parameters)
    {
        await using var command = Command(database, sql, parameters);
        return await command.ExecuteNonQueryAsync();
    }

    private static NpgsqlCommand Command(NpgsqlDataSource database, string sql, (string Name, string Value)[] parameters)
    {
        var command = database.CreateCommand(sql);
        foreach (var (name, value) in parameters)
        {
            command.Parameters.AddWithValue(name, value);
        }

        return command;
    }
}
