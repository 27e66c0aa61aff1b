using System.Text.Json.Serialization;
using IncidentServerless.Domain.Json;

namespace IncidentServerless.Domain.Remediation;

/// <summary>What a target's use was after the action, on usage metrics: cost data lags a day. Actions share a kind where their effects are seen alike.</summary>
[JsonConverter(typeof(MeasurementConverter))]
public abstract record Measurement;

/// <param name="Minutes">How long the measured time was; more than 0.</param>
/// <param name="Invocations">Sums of the periods in it, in any order; empty when there is no datapoint.</param>
/// <param name="Errors">Sums of the periods in it.</param>
public sealed record FunctionMeasured(double Minutes, IReadOnlyList<double>? Invocations, IReadOnlyList<double>? Errors) : Measurement;

/// <param name="Status">As the Data API says it.</param>
public sealed record StatementMeasured(string? Status) : Measurement;

/// <param name="Minutes">How long the measured time was; more than 0.</param>
/// <param name="Used">Sums of the periods in it.</param>
public sealed record UseMeasured(double Minutes, IReadOnlyList<double>? Used) : Measurement;

/// <param name="Status">In the words that the action's rules know.</param>
/// <param name="Detail">A name or number for people; null when there is none.</param>
public sealed record StatusMeasured(string? Status, string? Detail) : Measurement;

/// <param name="Left">How many are still as the action wanted to change them.</param>
/// <param name="Total">Of how many.</param>
public sealed record CountMeasured(int? Left, int? Total) : Measurement;

/// <summary>It could not be measured.</summary>
public sealed record NotMeasured(string? Reason) : Measurement;

/// <summary>What a measurement says of an action.</summary>
/// <param name="Sentence">With the numbers, for people.</param>
public sealed record Judgement(Verdict Verdict, string Sentence);

[JsonConverter(typeof(NameConverter<Verdict>))]
public enum Verdict
{
    /// <summary>The symptom is gone, or clearly less.</summary>
    Helped,

    /// <summary>The symptom is as before. The action is undone where that is possible.</summary>
    NoEffect,

    /// <summary>It got worse. The action is undone where that is possible.</summary>
    Worse,

    /// <summary>Nothing could be measured. The action stays, and people are told.</summary>
    Unclear,

    /// <summary>It was done as it was meant, and ends nothing by itself: somebody else was asked for help, or the harm is contained and people look into it.</summary>
    Delivered,
}
