using System.Text.Json;

namespace IncidentServerless.EventPatterns.Matching;

/// <summary>
/// Whether each field can take a scalar such that no two of them lie in different elements of one array. Fields are taken
/// in the order of their paths, as event-ruler does: an absence is judged among the elements chosen so far.
/// </summary>
internal static class ElementConsistency
{
    internal static bool Holds(Field[] byPath, JsonElement @event)
    {
        var occurrences = Array.ConvertAll(byPath, field => field.Occurrences(@event));
        var arraysAhead = ArraysAhead(occurrences);
        var chosen = new HashSet<Placement> { Placement.None };
        for (var i = 0; i < byPath.Length && chosen.Count > 0; i++)
            chosen = Choose(byPath[i], occurrences[i], chosen, arraysAhead[i]);
        return chosen.Count > 0;
    }

    private static HashSet<Placement> Choose(
        Field field, List<Occurrence> occurrences, HashSet<Placement> chosen, HashSet<int> arraysAhead)
    {
        var next = new HashSet<Placement>();
        var placements = occurrences.Distinct().ToList();
        foreach (var soFar in chosen)
        {
            var absent = true;
            foreach (var (placement, accepted) in placements)
            {
                if (!soFar.TryJoin(placement, out var joined))
                    continue;
                absent = false;
                if (accepted)
                    next.Add(joined.Only(arraysAhead));
            }

            if (absent && field.AcceptsAbsence)
                next.Add(soFar.Only(arraysAhead));
        }

        return next;
    }

    /// <summary>For each field, the arrays that later fields lie in: choices elsewhere need not be remembered.</summary>
    private static HashSet<int>[] ArraysAhead(List<Occurrence>[] occurrences)
    {
        var ahead = new HashSet<int>[occurrences.Length];
        var arrays = new HashSet<int>();
        for (var i = occurrences.Length - 1; i >= 0; i--)
        {
            ahead[i] = [.. arrays];
            foreach (var occurrence in occurrences[i])
            {
                foreach (var (array, _) in occurrence.Placement.Elements)
                    arrays.Add(array);
            }
        }

        return ahead;
    }
}
