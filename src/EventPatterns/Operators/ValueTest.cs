using IncidentServerless.EventPatterns.Matching;

namespace IncidentServerless.EventPatterns.Operators;

/// <summary>One member of a field's array: says whether it accepts a scalar of the event.</summary>
internal abstract class ValueTest
{
    internal abstract bool Accepts(in Leaf leaf);

    /// <summary>Whether it also holds where the event has no such scalar.</summary>
    internal virtual bool AcceptsAbsence => false;

    /// <summary>The wildcards in it, whose number is limited for each field.</summary>
    internal virtual IEnumerable<Wildcard> Wildcards => [];
}
