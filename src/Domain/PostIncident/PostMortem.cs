using System.Collections.Immutable;

namespace IncidentServerless.Domain.PostIncident;

/// <summary>A post-mortem in the shape of runbook 5.2, before it is written down as Markdown or HTML.</summary>
public sealed record PostMortem
{
    public required string IncidentId { get; init; }
    public required string Title { get; init; }
    public required string Date { get; init; }
    public required string Severity { get; init; }
    public required string Duration { get; init; }
    public required ImmutableArray<PostMortemLine> Summary { get; init; }
    public required ImmutableArray<PostMortemLine> Impact { get; init; }
    public required ImmutableArray<PostMortemLine> RootCause { get; init; }
    public required ImmutableArray<PostMortemLine> Timeline { get; init; }
    public required ImmutableArray<PostMortemLine> Remediation { get; init; }
    public required ImmutableArray<PostMortemLine> Lessons { get; init; }

    /// <summary>What is not recorded and only people know.</summary>
    public IEnumerable<PostMortemLine> Blanks => new[] { Summary, Impact, RootCause, Timeline, Remediation, Lessons }.SelectMany(section => section).Where(line => line.IsBlank);
}

/// <summary>One line of plain text.</summary>
public sealed record PostMortemLine(string Text)
{
    /// <summary>What is to be filled in, where the line says that something is missing and who should; null elsewhere.</summary>
    public string? Missing { get; init; }

    public bool IsBlank => Missing is not null;
}
