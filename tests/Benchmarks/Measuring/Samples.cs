namespace IncidentServerless.Benchmarks.Measuring;

/// <summary>Measurements of the same thing.</summary>
internal sealed class Samples
{
    private readonly List<double> values = [];

    /// <summary>The one in the middle, which a few slow rounds do not move; of an even number the upper one.</summary>
    public double Median => values.Order().ElementAt(values.Count / 2);

    public double Lowest => values.Min();

    public double Highest => values.Max();

    public void Add(double value) => values.Add(value);
}
