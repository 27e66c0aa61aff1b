using System.Text.Json;

namespace IncidentServerless.EventPatterns.Matching;

/// <summary>A set of fields that must all hold, and whose values must not come from different elements of one array.</summary>
internal sealed class Alternative
{
    private readonly Field[] _byCost;
    private readonly Field[] _byPath;

    internal Alternative(IEnumerable<Field> fields)
    {
        _byPath = [.. fields.OrderBy(field => field.Path, StringComparer.Ordinal)];
        _byCost = [.. _byPath.OrderBy(field => field.Depth)];
    }

    internal bool Matches(JsonElement @event)
    {
        var elementsMatter = false;
        foreach (var field in _byCost)
        {
            var sighting = field.Look(@event);
            if (sighting.HasFlag(Sighting.Accepted) || (field.AcceptsAbsence && sighting == Sighting.None))
                continue;
            var mayHold = sighting.HasFlag(Sighting.AcceptedInElement) || (field.AcceptsAbsence && !sighting.HasFlag(Sighting.Seen));
            if (!mayHold)
                return false;
            elementsMatter = true;
        }

        return !elementsMatter || ElementConsistency.Holds(_byPath, @event);
    }
}
