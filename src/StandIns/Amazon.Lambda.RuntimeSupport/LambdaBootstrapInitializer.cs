namespace Amazon.Lambda.RuntimeSupport;

/// <summary>Prepares a function before its first invocation.</summary>
/// <returns>False if no invocation should be taken: the bootstrap then returns.</returns>
public delegate Task<bool> LambdaBootstrapInitializer();

/// <summary>Serves one invocation.</summary>
/// <returns>The response's bytes, from the start of the stream; empty for a function without a result.</returns>
internal delegate Task<MemoryStream> InvocationHandler(Stream payload, LambdaContext context);
