using Amazon.Lambda.Core;
using Amazon.Lambda.RuntimeSupport.Bootstrap;

namespace Amazon.Lambda.RuntimeSupport;

/// <summary>Makes a <see cref="LambdaBootstrap"/> of a function.</summary>
/// <remarks>The official package has more overloads; these are the shapes that the generated Main uses.</remarks>
public class LambdaBootstrapBuilder
{
    private readonly InvocationHandler _handler;
    private readonly LambdaBootstrapOptions _options = new();
    private LambdaBootstrapInitializer? _initializer;

    private LambdaBootstrapBuilder(InvocationHandler handler) => _handler = handler;

    public static LambdaBootstrapBuilder Create(Func<Task> handler) =>
        new(async (_, _) =>
        {
            await handler();
            return new MemoryStream();
        });

    public static LambdaBootstrapBuilder Create<TInput>(Func<TInput, Task> handler, ILambdaSerializer serializer) =>
        Create<TInput>((input, _) => handler(input), serializer);

    public static LambdaBootstrapBuilder Create<TInput>(Func<TInput, ILambdaContext, Task> handler, ILambdaSerializer serializer) =>
        new(async (payload, context) =>
        {
            await handler(serializer.Deserialize<TInput>(payload), context);
            return new MemoryStream();
        });

    public static LambdaBootstrapBuilder Create<TInput, TOutput>(Func<TInput, Task<TOutput>> handler, ILambdaSerializer serializer) =>
        Create<TInput, TOutput>((input, _) => handler(input), serializer);

    public static LambdaBootstrapBuilder Create<TInput, TOutput>(Func<TInput, ILambdaContext, Task<TOutput>> handler, ILambdaSerializer serializer) =>
        new(async (payload, context) =>
        {
            var output = await handler(serializer.Deserialize<TInput>(payload), context);
            var response = new MemoryStream();
            serializer.Serialize(output, response);
            return response;
        });

    /// <summary>Runs the initializer before the first invocation is asked for; its failure is reported to Lambda as a failed start.</summary>
    public LambdaBootstrapBuilder UseBootstrapHandler(LambdaBootstrapInitializer lambdaBootstrapInitializer)
    {
        _initializer = lambdaBootstrapInitializer;
        return this;
    }

    public LambdaBootstrapBuilder ConfigureOptions(Action<LambdaBootstrapOptions>? options = null)
    {
        options?.Invoke(_options);
        return this;
    }

    /// <exception cref="InvalidOperationException">Nothing says where the Runtime API is.</exception>
    public LambdaBootstrap Build() => Build(LambdaEnvironment.OfThisProcess, TimeProvider.System, StandardStreams.Output);

    internal LambdaBootstrap Build(LambdaEnvironment environment, TimeProvider clock, Stream log) =>
        new(_handler, _initializer, _options, environment, clock, log);
}
