using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using IncidentServerless.Workflows;

namespace IncidentServerless.Functions.Configuration;

/// <summary>What the environment tells a function. A setting that the function does not need may be absent; reading it then says so.</summary>
public sealed class Settings
{
    private static readonly ImmutableArray<string> NeedsOfClassifiers =
        [EnvironmentVariables.LifecycleArn, EnvironmentVariables.PageTopicArn, EnvironmentVariables.LinkKeyArn, EnvironmentVariables.RespondUrl];

    /// <summary>What each function needs besides the table and its timeout.</summary>
    private static readonly ImmutableDictionary<string, ImmutableArray<string>> Needs = new Dictionary<string, ImmutableArray<string>>
    {
        [FunctionNames.ClassifyAlarm] = NeedsOfClassifiers,
        [FunctionNames.ClassifyCost] = NeedsOfClassifiers,
        [FunctionNames.ClassifyFinding] = NeedsOfClassifiers,
        [FunctionNames.ClassifyHealth] = NeedsOfClassifiers,
        [FunctionNames.ClassifyLogs] = NeedsOfClassifiers,
        [FunctionNames.ReceiveReport] = NeedsOfClassifiers,
        [FunctionNames.AnswerSlack] = NeedsOfClassifiers,
        [FunctionNames.BeginRunbook] = NeedsOfClassifiers,
        [FunctionNames.AssessEvidence] = [],
        [FunctionNames.RecordIncident] = [],
        [FunctionNames.ComposeMessage] = [EnvironmentVariables.LifecycleArn, EnvironmentVariables.PageTopicArn, EnvironmentVariables.UpdatesTopicArn, EnvironmentVariables.PostMortemBucket, EnvironmentVariables.PersonTopicArns, EnvironmentVariables.LinkKeyArn, EnvironmentVariables.RespondUrl],
        [FunctionNames.Respond] = [EnvironmentVariables.LinkKeyArn],
        [FunctionNames.Reconcile] = [EnvironmentVariables.LifecycleArn, EnvironmentVariables.PagingArn, EnvironmentVariables.StatusUpdatesArn, EnvironmentVariables.PostIncidentArn],
    }.ToImmutableDictionary();

    private readonly IReadOnlyDictionary<string, string> values;

    private Settings(IReadOnlyDictionary<string, string> values, TimeSpan timeout, ImmutableDictionary<string, string> personTopics)
    {
        this.values = values;
        Timeout = timeout;
        PersonTopics = personTopics;
    }

    public string Table => this[EnvironmentVariables.IncidentTable];

    public string LifecycleArn => this[EnvironmentVariables.LifecycleArn];

    public string PagingArn => this[EnvironmentVariables.PagingArn];

    public string StatusUpdatesArn => this[EnvironmentVariables.StatusUpdatesArn];

    public string PostIncidentArn => this[EnvironmentVariables.PostIncidentArn];

    public string UpdatesTopicArn => this[EnvironmentVariables.UpdatesTopicArn];

    public string PostMortemBucket => this[EnvironmentVariables.PostMortemBucket];

    public string PageTopicArn => this[EnvironmentVariables.PageTopicArn];

    public string LinkKeyArn => this[EnvironmentVariables.LinkKeyArn];

    /// <summary>Absolute, with the trailing slash.</summary>
    public Uri RespondUrl => new(this[EnvironmentVariables.RespondUrl]);

    /// <summary>The function's configured timeout.</summary>
    public TimeSpan Timeout { get; }

    /// <summary>Person id → that person's own topic.</summary>
    public ImmutableDictionary<string, string> PersonTopics { get; }

    private string this[string name] => values.TryGetValue(name, out var value)
        ? value
        : throw new InvalidOperationException($"{name} is not among the settings of this function.");

    /// <summary>The settings of one function.</summary>
    /// <param name="environment">The environment's variables.</param>
    /// <exception cref="SettingsException">Something is missing or not readable; the message names all of it.</exception>
    public static Settings Read(string function, IReadOnlyDictionary<string, string> environment)
    {
        List<string> faults = [];
        string[] needed = [EnvironmentVariables.IncidentTable, EnvironmentVariables.TimeoutSeconds, .. Needs.GetValueOrDefault(function, [])];
        Dictionary<string, string> values = [];
        foreach (var name in needed)
        {
            if (environment.TryGetValue(name, out var value) && value.Length > 0)
            {
                values[name] = value;
            }
            else
            {
                faults.Add($"{name} is not set");
            }
        }

        var timeout = Parse(values, EnvironmentVariables.TimeoutSeconds, faults, "is no whole number of seconds from 1 to 900", text =>
            int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds is >= 1 and <= 900 ? TimeSpan.FromSeconds(seconds) : null as TimeSpan?);
        _ = Parse(values, EnvironmentVariables.RespondUrl, faults, "is no absolute URL with a trailing slash", text =>
            Uri.TryCreate(text, UriKind.Absolute, out _) && text.EndsWith('/') ? true : null as bool?);
        var topics = Topics(values, faults);
        return faults.Count == 0
            ? new Settings(values, timeout ?? default, topics)
            : throw new SettingsException(function, faults);
    }

    private static T? Parse<T>(Dictionary<string, string> values, string name, List<string> faults, string fault, Func<string, T?> read)
        where T : struct
    {
        if (!values.TryGetValue(name, out var text))
        {
            return null;
        }

        var value = read(text);
        if (value is null)
        {
            faults.Add($"{name}: '{text}' {fault}");
        }

        return value;
    }

    private static ImmutableDictionary<string, string> Topics(Dictionary<string, string> values, List<string> faults)
    {
        if (!values.TryGetValue(EnvironmentVariables.PersonTopicArns, out var text))
        {
            return ImmutableDictionary<string, string>.Empty;
        }

        try
        {
            using var topics = JsonDocument.Parse(text);
            return topics.RootElement.EnumerateObject().ToImmutableDictionary(topic => topic.Name, topic => topic.Value.GetString() ?? "");
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException)
        {
            faults.Add($"{EnvironmentVariables.PersonTopicArns}: '{text}' is no JSON object of person id to topic ARN");
            return ImmutableDictionary<string, string>.Empty;
        }
    }
}

/// <summary>The function's environment cannot be used; the message names everything that is wrong.</summary>
public sealed class SettingsException(string function, IReadOnlyList<string> faults)
    : Exception($"The environment of {function} has {faults.Count} fault(s): {string.Join("; ", faults)}.");
