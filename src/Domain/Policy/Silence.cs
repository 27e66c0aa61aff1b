using IncidentServerless.EventPatterns;

namespace IncidentServerless.Domain.Policy;

/// <summary>What somebody does not want to be told for a while: planned work, or a window that comes again.</summary>
/// <param name="Name">Shown as the reason.</param>
/// <param name="When">Over the facts of the signal, as routes are.</param>
/// <param name="By">Who says so.</param>
/// <param name="Why">In a sentence.</param>
public sealed record Silence(string Name, EventPattern When, string By, string Why, SilenceTime Time);

/// <summary>When a silence holds. All times are UTC.</summary>
public abstract record SilenceTime
{
    private SilenceTime()
    {
    }

    /// <returns>When it ends; null when it does not hold at that time.</returns>
    public abstract DateTimeOffset? ActiveUntil(DateTimeOffset at);

    /// <summary>From a time on, and before another.</summary>
    public sealed record Once(DateTimeOffset From, DateTimeOffset Until) : SilenceTime
    {
        public override DateTimeOffset? ActiveUntil(DateTimeOffset at) => From <= at && at < Until ? Until : null;
    }

    /// <summary>Again and again.</summary>
    /// <param name="Day">Null for every day.</param>
    /// <param name="For">Up to 7 days.</param>
    public sealed record Weekly(DayOfWeek? Day, TimeOnly At, TimeSpan For) : SilenceTime
    {
        private const int DaysOfAWeek = 7;

        public override DateTimeOffset? ActiveUntil(DateTimeOffset at)
        {
            var today = new DateTimeOffset(at.UtcDateTime.Date, TimeSpan.Zero);
            for (var daysAgo = 0; daysAgo <= DaysOfAWeek; daysAgo++)
            {
                var start = today.AddDays(-daysAgo) + At.ToTimeSpan();
                if ((Day is null || start.DayOfWeek == Day) && start <= at && at < start + For)
                {
                    return start + For;
                }
            }

            return null;
        }
    }
}
