using System.Collections.Immutable;
using System.Text;
using IncidentServerless.Domain.Incidents;
using IncidentServerless.Domain.Messages;
using IncidentServerless.Domain.Messages.Text;

namespace IncidentServerless.Domain.Responses;

/// <summary>The timeline, newest first, as far as there is room.</summary>
internal static class TimelineList
{
    private const int LongestEntry = 1200;

    // For the heading, the list's own tags and the line that counts what is left out.
    private const int Frame = 200;

    /// <param name="room">In bytes; older events that do not fit are only counted.</param>
    public static string Of(ImmutableArray<IncidentEvent> timeline, DateTimeOffset now, int room)
    {
        var list = new StringBuilder();
        var left = room - Frame;
        var shown = 0;
        foreach (var happened in timeline.Reverse())
        {
            var entry = Entry(happened, now);
            left -= Encoding.UTF8.GetByteCount(entry);
            if (left < 0)
            {
                break;
            }

            list.Append(entry);
            shown++;
        }

        var earlier = shown < timeline.Length ? $"<p class=\"hint\">{Times.Count(timeline.Length - shown, "earlier event")} not shown.</p>\n" : "";
        return $"<h2>Timeline</h2>\n<ol>\n{list}</ol>\n{earlier}";
    }

    private static string Entry(IncidentEvent happened, DateTimeOffset now) => $"""
        <li{(Failed(happened) ? " class=\"failed\"" : "")}><time datetime="{Times.Iso(happened.At)}">{Times.Clock(happened.At, now)}</time> <span class="age">{Times.Relative(happened.At, now)}</span>
        <p><bdi>{HtmlText.Escape(TimelineText.Of(happened), LongestEntry)}</bdi></p></li>

        """;

    private static bool Failed(IncidentEvent happened) => happened switch
    {
        PageSent page => page.Deliveries.Any(delivery => !delivery.Delivered),
        PagerDutyUpdated updated => updated.Deliveries.Any(delivery => !delivery.Delivered),
        _ => false,
    };
}
