using System.Text.Json;

namespace IncidentServerless.Domain.Policy.Reading;

/// <summary>Lists of ids from <c>people</c>, each once.</summary>
internal static class PersonIds
{
    /// <param name="people">The file's <c>people</c>; null when it has none.</param>
    public static Shape<IReadOnlyList<string>> Of(PolicyValue? people)
    {
        var list = Shape.List("a list of ids from \"people\"", Scalars.Text("the id of a person", 32));
        return list with
        {
            Read = value =>
            {
                RefuseRepetitions(value);
                foreach (var id in value.Elements)
                {
                    RefuseNobody(id, people);
                }

                return list.Read(value);
            },
        };
    }

    /// <summary>One id.</summary>
    /// <inheritdoc cref="Of"/>
    public static Shape<string> One(PolicyValue? people)
    {
        var one = Scalars.Text("the id of a person", 32);
        return one with
        {
            Read = value =>
            {
                RefuseNobody(value, people);
                return one.Read(value);
            },
        };
    }

    private static void RefuseNobody(PolicyValue id, PolicyValue? people)
    {
        if (id.Text.Length > 0 && people?.Member(id.Text) is null)
        {
            id.Fault($"{id.Quoted} is nobody under \"people\"; {NearestName.OrAll(id.Text, people?.Members.Select(member => member.Name) ?? [], "add the person there")}");
        }
    }

    public static void RefuseRepetitions(PolicyValue list)
    {
        var seen = new HashSet<string>();
        foreach (var element in list.Elements.Where(element => element.Kind == JsonValueKind.String && !seen.Add(element.Text)))
        {
            element.Fault($"{element.Quoted} is in the list already");
        }
    }
}
