namespace IncidentServerless.Workflows.Tests.Sql;

/// <summary>Skipped, with the reason, where no PostgreSQL server is installed (Debian: <c>postgresql</c>).</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class PostgresFactAttribute : FactAttribute
{
    public PostgresFactAttribute()
    {
        if (PostgresFixture.Programs is null)
        {
            Skip = "PostgreSQL is not installed: there is no /usr/lib/postgresql/*/bin/initdb.";
        }
    }
}
