namespace IncidentServerless.StandIns.Tests.Annotations;

/// <summary>Programs for the generator.</summary>
internal static class Samples
{
    public const string Assembly = """
        [assembly: LambdaSerializer(typeof(Sample.Json))]
        [assembly: LambdaGlobalProperties(GenerateMain = true, Runtime = "provided.al2023")]

        """;

    public const string Json = """
        namespace Sample
        {
            public class Json : ILambdaSerializer
            {
                public T Deserialize<T>(Stream stream) => System.Text.Json.JsonSerializer.Deserialize<T>(stream)!;
                public void Serialize<T>(T value, Stream stream) => System.Text.Json.JsonSerializer.Serialize(stream, value);
            }
        }

        """;

    /// <summary>Functions of every supported shape, and one whose services cannot be made.</summary>
    public const string Program = Assembly + Json + """
        namespace Sample
        {
            [LambdaStartup]
            public class Startup
            {
                public void ConfigureServices(IServiceCollection services)
                {
                    services.AddScoped<Counter>();
                    if (Environment.GetEnvironmentVariable("FAIL_START") == "yes") throw new InvalidOperationException("The table's name is missing");
                }
            }

            public class Counter
            {
                public int Count;
            }

            public class Greetings
            {
                [LambdaFunction, SQSEvent("@Queue")]
                public async Task<string> Greet([FromServices] Counter counter, string name, ILambdaContext context)
                {
                    await Task.Yield();
                    return $"{name} {++counter.Count} {context.AwsRequestId}";
                }

                [LambdaFunction]
                public Task Forget(List<string?> names) => Task.CompletedTask;
            }

            public class Others(Json json)
            {
                [LambdaFunction(MemorySize = 256, Timeout = 30)]
                public Task<int?> Measure(ILambdaContext context, string name) => Task.FromResult<int?>(json is null ? null : name.Length);

                [LambdaFunction]
                public Task<long> Memory(string name)
                {
                    GC.Collect();
                    return Task.FromResult(GC.GetGCMemoryInfo().TotalAvailableMemoryBytes);
                }
            }
        }
        """;

    /// <summary>A program with one class, its members given.</summary>
    public static string WithFunctions(string members, string assembly = Assembly) =>
        assembly + Json + "namespace Sample { public class Functions { " + members + " } }";
}
