using IncidentServerless.LocalCloud.Clock;

namespace IncidentServerless.LocalCloud.Faults;

/// <summary>The faults of a world, and a record of all calls that its functions make, so that a test can list them and then break each.</summary>
public sealed class FaultBoard
{
    private readonly Lock gate = new();
    private readonly List<Standing> faults = [];
    private readonly List<OutgoingCall> calls = [];

    private sealed class Standing(Fault fault)
    {
        public Fault Fault { get; } = fault;

        public int? Left { get; set; } = fault.Times;
    }

    /// <summary>All calls that functions made so far, in order.</summary>
    public IReadOnlyList<OutgoingCall> Calls
    {
        get
        {
            lock (gate)
                return [.. calls];
        }
    }

    /// <returns>Disposing it ends the fault.</returns>
    public IDisposable Add(Fault fault)
    {
        var standing = new Standing(fault);
        lock (gate)
            faults.Add(standing);
        return new Undo(() => Remove(standing));
    }

    public void Clear()
    {
        lock (gate)
            faults.Clear();
    }

    /// <summary>Notes a call, and says what goes wrong with it: the first fault that fits, or null.</summary>
    internal FaultEffect? Note(OutgoingCall call)
    {
        lock (gate)
        {
            calls.Add(call);
            if (faults.FirstOrDefault(standing => standing.Left is not 0 && standing.Fault.Fits(call)) is not { } found)
                return null;
            found.Left--;
            return found.Fault.Effect;
        }
    }

    private void Remove(Standing standing)
    {
        lock (gate)
            faults.Remove(standing);
    }
}
