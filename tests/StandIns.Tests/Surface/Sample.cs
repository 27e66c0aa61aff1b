namespace IncidentServerless.StandIns.Tests.Surface;

/// <summary>A type with a member of each kind.</summary>
public class Sample(string name) : IDisposable
{
    public const int Limit = 7;

    public event EventHandler? Changed;

    public virtual string Name { get; protected set; } = name;

    public DateTime? When { get; init; }

    internal string? Hidden { get; set; }

    public static int Sum(int first, int second = 2) => first + second;

    public List<T> Pick<T>(params T[] choices)
        where T : class, new() => [.. choices];

    public override string ToString() => Name;

    public void Dispose()
    {
        Hidden = null;
        GC.SuppressFinalize(this);
    }

    protected virtual void OnNamed(string name)
    {
        Name = name;
        Changed?.Invoke(this, EventArgs.Empty);
    }
}
