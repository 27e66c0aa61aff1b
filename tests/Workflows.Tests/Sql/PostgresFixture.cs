using System.Diagnostics;
using Npgsql;

namespace IncidentServerless.Workflows.Tests.Sql;

/// <summary>A PostgreSQL server of its own, in a temporary folder, reached over a socket in it; with the two tables of runbooks 3.2 and 3.3.</summary>
public sealed class PostgresFixture : IAsyncLifetime
{
    private const string Tables = """
        CREATE TABLE meter_usage (id bigint PRIMARY KEY, product_code text NOT NULL, customer_identifier text NOT NULL, dimension text NOT NULL, quantity integer NOT NULL,
          usage_at timestamptz NOT NULL, status text NOT NULL, error_code text, metering_record_id text, created_at timestamptz NOT NULL);
        CREATE TABLE data_quality_issues (entity text NOT NULL, rule_name text NOT NULL, created_at timestamp NOT NULL, object_key text);
        """;

    private readonly string folder = Directory.CreateTempSubdirectory("incident-sql-").FullName;
    private NpgsqlDataSource? source;

    /// <summary>The folder of the newest server's programs; null where there is none.</summary>
    public static string? Programs { get; } = Directory.Exists("/usr/lib/postgresql")
        ? Directory.GetDirectories("/usr/lib/postgresql").Select(version => Path.Combine(version, "bin")).Where(bin => File.Exists(Path.Combine(bin, "initdb"))).Order(StringComparer.Ordinal).LastOrDefault()
        : null;

    private string Data => Path.Combine(folder, "data");

    public NpgsqlDataSource Source => source ?? throw new InvalidOperationException("There is no PostgreSQL server.");

    public async Task InitializeAsync()
    {
        if (Programs is null)
        {
            return;
        }

        // A server never runs as root; Debian's package makes a user for it.
        if (IsRoot)
        {
            await RunAsync("chown", "postgres", folder);
        }

        await RunAsServerAsync("initdb", "-D", Data, "-A", "trust", "-U", "tester", "--no-sync", "-E", "UTF8");
        await RunAsServerAsync("pg_ctl", "-D", Data, "-w", "-l", Path.Combine(folder, "log"), "-o", $"-c listen_addresses='' -c unix_socket_directories={folder} -c fsync=off", "start");
        source = NpgsqlDataSource.Create($"Host={folder};Username=tester;Database=postgres;Pooling=false");
        await using var make = source.CreateCommand(Tables);
        await make.ExecuteNonQueryAsync();
    }

    public async Task DisposeAsync()
    {
        if (source is not null)
        {
            await source.DisposeAsync();
            await RunAsServerAsync("pg_ctl", "-D", Data, "-m", "immediate", "stop");
        }

        Directory.Delete(folder, recursive: true);
    }

    private static bool IsRoot => Environment.UserName == "root";

    private static Task RunAsServerAsync(string program, params string[] arguments) => IsRoot
        ? RunAsync("runuser", ["-u", "postgres", "--", Path.Combine(Programs!, program), .. arguments])
        : RunAsync(Path.Combine(Programs!, program), arguments);

    private static async Task RunAsync(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { WorkingDirectory = Path.GetTempPath(), RedirectStandardOutput = false, RedirectStandardError = false })!;
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, $"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}.");
    }
}
