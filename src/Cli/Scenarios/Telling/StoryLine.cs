namespace IncidentServerless.Cli.Scenarios.Telling;

/// <summary>One line of a story.</summary>
/// <param name="Order">Among lines of the same moment.</param>
internal sealed record StoryLine(DateTimeOffset At, StoryOrder Order, LineKind Kind, string Text);

/// <summary>The order in which things follow from each other; virtual time often stands still meanwhile.</summary>
internal enum StoryOrder
{
    Deed,
    Arrival,
    Trouble,
    Decision,
    Message,
    Report,
    End,
}

/// <summary>What a line is about, which gives it its colour.</summary>
internal enum LineKind
{
    /// <summary>Something outside happened.</summary>
    World,

    /// <summary>A person or the script did something.</summary>
    Person,

    /// <summary>The suite decided something; it is on the incident's timeline.</summary>
    Timeline,

    /// <summary>The suite told people.</summary>
    Message,

    /// <summary>Something went wrong.</summary>
    Trouble,
}
