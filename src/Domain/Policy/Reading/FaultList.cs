namespace IncidentServerless.Domain.Policy.Reading;

/// <summary>Collects faults wherever they are found and gives them back in the order of the file.</summary>
internal sealed class FaultList
{
    private readonly List<Found> _found = [];

    /// <summary>How many there are so far: who reads a value learns by it whether the value had any.</summary>
    public int Count => _found.Count;

    public void Add(long position, string path, string problem) => _found.Add(new Found(position, new PolicyFault(path, problem)));

    /// <exception cref="PolicyException">Something was added.</exception>
    public void ThrowIfAny()
    {
        if (_found.Count > 0)
        {
            throw new PolicyException([.. _found.OrderBy(entry => entry.Position).Select(entry => entry.Fault)]);
        }
    }

    private sealed record Found(long Position, PolicyFault Fault);
}
