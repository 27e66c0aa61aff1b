using IncidentServerless.Domain.Messages.Text;

namespace IncidentServerless.Domain.Evidence;

/// <summary>Holds what <see cref="Diagnosis"/> promises of its lengths.</summary>
internal static class Bounded
{
    private const int LongestSummary = 500;
    private const int LongestSentence = 300;
    private const int MostSupport = 10;

    public static Diagnosis Of(Diagnosis diagnosis) => diagnosis with
    {
        Summary = PlainText.Line(diagnosis.Summary, LongestSummary),
        Support = [.. diagnosis.Support.Take(MostSupport).Select(sentence => PlainText.Line(sentence, LongestSentence))],
        NotSeen = [.. diagnosis.NotSeen.Select(sentence => PlainText.Line(sentence, LongestSentence))],
    };
}
