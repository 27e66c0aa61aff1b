namespace IncidentServerless.Domain.Policy.Reading;

/// <summary>Reads the members of one object by name and afterwards refuses those that nobody asked for.</summary>
internal sealed class MemberReader(PolicyValue value)
{
    private readonly List<string> _known = [];

    public T Required<T>(string name, Shape<T> shape)
    {
        _known.Add(name);
        if (value.Member(name) is { } member)
        {
            return shape.Read(member);
        }

        if (value.IsObject)
        {
            value.Faults.Add(value.Position, value.PathOf(name), $"is missing; expected {shape.Expected}");
        }

        return default!;
    }

    public T Optional<T>(string name, Shape<T> shape, T otherwise)
    {
        _known.Add(name);
        return value.Member(name) is { } member ? shape.Read(member) : otherwise;
    }

    public void RefuseOthers()
    {
        foreach (var (name, member) in value.Members.Where(member => !_known.Contains(member.Name)))
        {
            member.Fault(NearestName.Of(name, _known) is { } meant
                ? $"is not known here; did you mean \"{meant}\"?"
                : $"is not known here; known are {string.Join(", ", _known)}");
        }
    }
}
