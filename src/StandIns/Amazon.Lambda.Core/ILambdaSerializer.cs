namespace Amazon.Lambda.Core;

/// <summary>Turns an invocation's payload into a function's input, and its result into the response.</summary>
public interface ILambdaSerializer
{
    T Deserialize<T>(Stream requestStream);

    void Serialize<T>(T response, Stream responseStream);
}
