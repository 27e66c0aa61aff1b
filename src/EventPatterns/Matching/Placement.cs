namespace IncidentServerless.EventPatterns.Matching;

/// <summary>The elements of arrays that something lies in: for each array, which element. Ordered by array.</summary>
internal readonly struct Placement : IEquatable<Placement>
{
    private readonly (int Array, int Element)[]? _elements;

    private Placement((int Array, int Element)[] elements) => _elements = elements;

    internal static Placement None => default;

    internal ReadOnlySpan<(int Array, int Element)> Elements => _elements;

    /// <summary>Inside one more array, which starts after all that are named already.</summary>
    internal Placement Within(int array, int element) => new([.. Elements, (array, element)]);

    /// <summary>Only the elements of the given arrays.</summary>
    internal Placement Only(HashSet<int> arrays) =>
        _elements is null ? this : new Placement(Array.FindAll(_elements, element => arrays.Contains(element.Array)));

    /// <summary>Both together, unless they name different elements of one array.</summary>
    internal bool TryJoin(Placement other, out Placement joined)
    {
        var both = new List<(int, int)>(Elements.Length + other.Elements.Length);
        var mine = 0;
        var theirs = 0;
        while (mine < Elements.Length || theirs < other.Elements.Length)
        {
            if (theirs == other.Elements.Length || (mine < Elements.Length && Elements[mine].Array < other.Elements[theirs].Array))
            {
                both.Add(Elements[mine++]);
            }
            else if (mine == Elements.Length || other.Elements[theirs].Array < Elements[mine].Array)
            {
                both.Add(other.Elements[theirs++]);
            }
            else if (Elements[mine] == other.Elements[theirs++])
            {
                both.Add(Elements[mine++]);
            }
            else
            {
                joined = default;
                return false;
            }
        }

        joined = new Placement([.. both]);
        return true;
    }

    public bool Equals(Placement other) => Elements.SequenceEqual(other.Elements);

    public override bool Equals(object? obj) => obj is Placement other && Equals(other);

    public override int GetHashCode()
    {
        var hash = new HashCode();
        foreach (var element in Elements)
            hash.Add(element);
        return hash.ToHashCode();
    }
}
