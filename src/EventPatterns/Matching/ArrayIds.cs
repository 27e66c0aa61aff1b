using System.Runtime.InteropServices;
using System.Text.Json;

namespace IncidentServerless.EventPatterns.Matching;

/// <summary>Tells the arrays of one event apart: by where their text starts within the event's.</summary>
internal readonly struct ArrayIds(JsonElement @event)
{
    internal int Of(JsonElement array)
    {
        JsonMarshal.GetRawUtf8Value(@event).Overlaps(JsonMarshal.GetRawUtf8Value(array), out var offset);
        return offset;
    }
}
