using System.Text;
using System.Text.Json;
using IncidentServerless.EventPatterns.Operators;

namespace IncidentServerless.EventPatterns.Matching;

/// <summary>
/// One path of a pattern and the tests of its array. The path is the keys joined by dots; an event may nest them or join
/// any of them in a key of its own. Arrays on the way are looked through, to any depth.
/// </summary>
internal sealed class Field
{
    private readonly byte[] _path;
    private readonly int[] _starts;
    private readonly ValueTest[] _tests;

    internal Field(string path, ValueTest[] tests)
    {
        Path = path;
        _tests = tests;
        _path = Encoding.UTF8.GetBytes(path);
        _starts = [0, .. _path.Index().Where(at => at.Item == '.').Select(at => at.Index + 1), _path.Length + 1];
        AcceptsAbsence = tests.Any(test => test.AcceptsAbsence);
    }

    internal string Path { get; }

    internal bool AcceptsAbsence { get; }

    internal int Depth => _starts.Length - 1;

    /// <summary>What the event shows of this field, as far as it takes to decide whether one scalar is accepted.</summary>
    internal Sighting Look(JsonElement @event) => Look(@event, 0, Sighting.None, Sighting.Seen, Sighting.Accepted);

    /// <summary>All scalars at this path, each with its place in arrays of objects.</summary>
    internal List<Occurrence> Occurrences(JsonElement @event)
    {
        var found = new List<Occurrence>();
        Collect(@event, 0, Placement.None, new ArrayIds(@event), found);
        return found;
    }

    private Sighting Look(JsonElement node, int key, Sighting so, Sighting seen, Sighting accepted)
    {
        switch (node.ValueKind)
        {
            case JsonValueKind.Object:
                for (var end = key + 1; end < _starts.Length; end++)
                {
                    if (TryGet(node, key, end, out var value))
                        so = Look(value, end, so, seen, accepted);
                    if (so.HasFlag(Sighting.Accepted))
                        break;
                }

                return so;
            case JsonValueKind.Array:
                foreach (var item in node.EnumerateArray())
                {
                    so = item.ValueKind is JsonValueKind.Object or JsonValueKind.Array
                        ? Look(item, key, so, Sighting.SeenInElement, Sighting.AcceptedInElement)
                        : Look(item, key, so, seen, accepted);
                    if (so.HasFlag(Sighting.Accepted))
                        break;
                }

                return so;
            default:
                return key < Depth ? so : so | seen | (Accepts(node) ? accepted : Sighting.None);
        }
    }

    private void Collect(JsonElement node, int key, Placement placement, ArrayIds ids, List<Occurrence> found)
    {
        switch (node.ValueKind)
        {
            case JsonValueKind.Object:
                for (var end = key + 1; end < _starts.Length; end++)
                {
                    if (TryGet(node, key, end, out var value))
                        Collect(value, end, placement, ids, found);
                }

                break;
            case JsonValueKind.Array:
                var array = ids.Of(node);
                foreach (var (index, item) in node.EnumerateArray().Index())
                {
                    var inElement = item.ValueKind is JsonValueKind.Object or JsonValueKind.Array;
                    Collect(item, key, inElement ? placement.Within(array, index) : placement, ids, found);
                }

                break;
            default:
                if (key == Depth)
                    found.Add(new Occurrence(placement, Accepts(node)));
                break;
        }
    }

    private bool Accepts(JsonElement scalar)
    {
        var leaf = new Leaf(scalar);
        foreach (var test in _tests)
        {
            if (test.Accepts(leaf))
                return true;
        }

        return false;
    }

    /// <summary>The value of the event's key that spells the keys from <paramref name="first"/> up to <paramref name="end"/>.</summary>
    private bool TryGet(JsonElement node, int first, int end, out JsonElement value) =>
        JsonText.TryGetLast(node, _path.AsSpan(_starts[first], _starts[end] - 1 - _starts[first]), out value);
}
