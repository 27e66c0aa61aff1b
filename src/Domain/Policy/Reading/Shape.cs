namespace IncidentServerless.Domain.Policy.Reading;

/// <summary>How one kind of value is read. Reading reports faults and goes on, so that all are found at once; what it then returns is never used.</summary>
/// <param name="Expected">What belongs there, as in "expected a duration like 5m".</param>
/// <param name="Read">Reports to the value's faults.</param>
internal sealed record Shape<T>(string Expected, Func<PolicyValue, T> Read);

/// <summary>The shapes that objects and lists are made of.</summary>
internal static class Shape
{
    public static Shape<T> Object<T>(string expected, Func<MemberReader, T> read) => new(expected, value =>
    {
        if (!value.IsObject)
        {
            value.Fault($"is {value.Quoted}; expected {expected}");
        }

        var members = new MemberReader(value);
        var result = read(members);
        members.RefuseOthers();
        return result;
    });

    public static Shape<IReadOnlyList<T>> List<T>(string expected, Shape<T> element) => new(expected, value =>
    {
        if (value.Kind != System.Text.Json.JsonValueKind.Array)
        {
            value.Fault($"is {value.Quoted}; expected {expected}");
        }

        return [.. value.Elements.Select(element.Read)];
    });

    /// <summary>A list that says something: at least one element.</summary>
    public static Shape<IReadOnlyList<T>> NonEmptyList<T>(string expected, Shape<T> element)
    {
        var list = List(expected, element);
        return list with
        {
            Read = value =>
            {
                if (value is { Kind: System.Text.Json.JsonValueKind.Array, Elements: [] })
                {
                    value.Fault($"is empty; expected {expected}");
                }

                return list.Read(value);
            },
        };
    }

    /// <summary>An object whose member names are data.</summary>
    public static Shape<IReadOnlyDictionary<string, T>> Map<T>(string expected, Func<string, string?> faultOfName, Shape<T> member) => new(expected, value =>
    {
        if (!value.IsObject)
        {
            value.Fault($"is {value.Quoted}; expected {expected}");
        }

        foreach (var (name, at) in value.Members)
        {
            if (faultOfName(name) is { } problem)
            {
                at.Fault(problem);
            }
        }

        return value.Members.ToDictionary(entry => entry.Name, entry => member.Read(entry.Value));
    });
}
