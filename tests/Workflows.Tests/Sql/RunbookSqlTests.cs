using System.Text.RegularExpressions;

namespace IncidentServerless.Workflows.Tests.Sql;

public partial class RunbookSqlTests(PostgresFixture postgres) : IClassFixture<PostgresFixture>
{
    private const string Metering = "marketplace-metering";
    private const string Quality = "data-quality";

    public static TheoryData<string> RunbooksWithSql() => [Metering, Quality];

    [PostgresFact]
    public async Task FailedRows_OfTheProductWithinTheDay_AreToldOldestFirstWithWhetherTheHourWasSent()
    {
        await MeterAsync(1, status: "failed", created: "2026-03-02 08:00Z", error: "ThrottlingException");
        await MeterAsync(2, status: "failed", created: "2026-03-02 07:00Z", usage: "2026-03-02 06:15Z");
        await MeterAsync(3, status: "sent", created: "2026-03-02 07:00Z", usage: "2026-03-02 06:50Z");
        await MeterAsync(4, status: "failed", created: "2026-02-28 07:00Z");
        await MeterAsync(5, status: "failed", created: "2026-03-02 07:30Z", product: "other");

        var rows = await postgres.Source.RowsAsync(WorkflowSql.Of(Metering, "Ask for rows that failed"), ("product", "abc"), ("since", "2026-03-01T09:00:01+00:00"));

        Assert.Equal(["2", "1"], rows.Select(row => row["id"]));
        Assert.Equal(["True", "False"], rows.Select(row => row["metered"]));
        Assert.Equal(["2026-03-02T06:15:00Z", "2026-03-02T07:30:00Z"], rows.Select(row => row["usage_at"]));
        Assert.Equal([null, "ThrottlingException"], rows.Select(row => row["error"]));
        Assert.Equal("acme", rows[0]["customer"]);
    }

    [PostgresFact]
    public async Task RowsToBeSent_LeaveOutThoseSettledMeanwhileAndThoseWhoseHourWasSent()
    {
        await MeterAsync(1, status: "failed", usage: "2026-03-02 06:15Z");
        await MeterAsync(2, status: "sent", usage: "2026-03-02 06:20Z");
        await MeterAsync(3, status: "failed", usage: "2026-03-02 07:15Z");
        await MeterAsync(4, status: "settled", usage: "2026-03-02 08:15Z");

        var left = await postgres.Source.RowsAsync(WorkflowSql.Of(Metering, "Count the rows that are to be sent"), ("ids", "1,3,4"));

        Assert.Equal("1", Assert.Single(left)["still"]);
    }

    [PostgresFact]
    public async Task Marking_TwiceOrOfARowThatWasSettled_ChangesOnlyWhatFailed()
    {
        await MeterAsync(1, status: "failed", dimension: "API-Calls");
        await MeterAsync(2, status: "settled");
        var mark = WorkflowSql.Of(Metering, "Mark the rows");

        Assert.Equal(1, await postgres.Source.ChangeAsync(mark, ("ids", "1,2"), ("record", "rec-1"), ("dimension", "api_calls")));
        Assert.Equal(0, await postgres.Source.ChangeAsync(mark, ("ids", "1,2"), ("record", "rec-2"), ("dimension", "api_calls")));

        var rows = await postgres.Source.RowsAsync("SELECT status, dimension, metering_record_id FROM meter_usage ORDER BY id");
        Assert.Equal(["sent", "settled"], rows.Select(row => row["status"]));
        Assert.Equal(("api_calls", "rec-1"), (rows[0]["dimension"], rows[0]["metering_record_id"]));
        Assert.Equal("0", (await postgres.Source.RowsAsync(WorkflowSql.Of(Metering, "Count the rows that were not taken"), ("ids", "1,2")))[0]["still"]);
    }

    [PostgresFact]
    public async Task TextThatLooksLikeSql_IsATextToEveryStatement()
    {
        await MeterAsync(1, status: "failed");
        const string Hostile = "1'; DELETE FROM meter_usage; --";

        Assert.Empty(await postgres.Source.RowsAsync(WorkflowSql.Of(Metering, "Ask for rows that failed"), ("product", Hostile), ("since", "2026-03-01T09:00:01+00:00")));
        Assert.Equal(0, await postgres.Source.ChangeAsync(WorkflowSql.Of(Metering, "Mark the rows"), ("ids", Hostile), ("record", Hostile), ("dimension", Hostile)));
        Assert.Single(await postgres.Source.RowsAsync("SELECT id FROM meter_usage"));
    }

    [PostgresFact]
    public async Task Issues_ByEntityAndRule_CountTheDayAndTheSixDaysBefore()
    {
        await IssueAsync("orders", "not_null", "2026-03-02 08:00", "a.json", times: 3);
        await IssueAsync("orders", "not_null", "2026-02-27 08:00", "b.json", times: 2);
        await IssueAsync("orders", "unique", "2026-03-02 08:00", null, times: 5);
        await IssueAsync("orders", "old", "2026-01-02 08:00", "c.json", times: 9);

        var rows = await postgres.Source.RowsAsync(Sql("Ask which rules fail of the cluster"), ("day", "2026-03-01 09:00:03"), ("week", "2026-02-23 09:00:03"));

        Assert.Equal([("unique", "5", "0"), ("not_null", "3", "2")], rows.Select(row => (row["rule_name"], row["today"], row["before_today"])));
    }

    [PostgresFact]
    public async Task Objects_WithIssuesOfTheDay_AreToldTheMostFirst()
    {
        await IssueAsync("orders", "not_null", "2026-03-02 08:00", "a.json", times: 2);
        await IssueAsync("orders", "unique", "2026-03-02 08:30", "b.json", times: 3);
        await IssueAsync("orders", "unique", "2026-03-02 08:30", null, times: 3);

        var rows = await postgres.Source.RowsAsync(Sql("Ask which objects are bad of the cluster"), ("day", "2026-03-01 09:00:03"));

        Assert.Equal([("b.json", "3"), ("a.json", "2")], rows.Select(row => (row["object_key"], row["issues"])));
    }

    [Theory]
    [MemberData(nameof(RunbooksWithSql))]
    public void Statement_OfAnyState_IsFixedAndGetsEveryParameterItNames(string runbook) => Assert.All(WorkflowSql.All(runbook), task =>
    {
        var sql = task.State["Arguments"]!["Sql"]!.GetValue<string>();
        Assert.DoesNotContain("{%", sql);
        Assert.Equal(Parameter().Matches(sql).Select(match => match.Groups[1].Value).Distinct().Order(), task.State["Arguments"]!["Parameters"]!.AsArray().Select(parameter => parameter!["Name"]!.GetValue<string>()).Order());
    });

    [Fact]
    public void Warehouse_OfEitherKind_IsAskedTheSame() => Assert.Equal(Sql("Ask which rules fail of the cluster"), Sql("Ask which rules fail of the workgroup"));

    private static string Sql(string state) => WorkflowSql.Of(Quality, state);

    private async Task MeterAsync(int id, string status, string created = "2026-03-02 08:00Z", string usage = "2026-03-02 07:30Z", string? error = null, string product = "abc", string dimension = "api_calls")
    {
        if (id == 1)
        {
            await postgres.Source.ChangeAsync("DELETE FROM meter_usage");
        }

        await postgres.Source.ChangeAsync(
            $"INSERT INTO meter_usage VALUES ({id}, :product, 'acme', :dimension, 5, CAST(:usage AS timestamptz), :status, {(error is null ? "NULL" : ":error")}, NULL, CAST(:created AS timestamptz))",
            [("product", product), ("dimension", dimension), ("usage", usage), ("status", status), ("created", created), .. error is null ? Array.Empty<(string, string)>() : [("error", error)]]);
    }

    private Task<int> IssueAsync(string entity, string rule, string at, string? key, int times) => postgres.Source.ChangeAsync(
        $"{(key == "a.json" ? "DELETE FROM data_quality_issues; " : "")}INSERT INTO data_quality_issues SELECT :entity, :rule, CAST(:at AS timestamp), {(key is null ? "NULL" : ":key")} FROM generate_series(1, {times})",
        [("entity", entity), ("rule", rule), ("at", at), .. key is null ? Array.Empty<(string, string)>() : [("key", key)]]);

    [GeneratedRegex(":([a-z]+)")]
    private static partial Regex Parameter();
}
