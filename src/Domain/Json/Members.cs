using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace IncidentServerless.Domain.Json;

/// <summary>
/// Members of a record that is read by hand. What is missing, null or of another kind than it must be is a <see cref="JsonException"/>
/// that names the member; the <c>Maybe…</c> are null when it is missing or null.
/// </summary>
internal readonly struct Members(JsonElement record)
{
    public string Text(string name) => MaybeText(name) ?? throw Fault(name, "a text");

    public string? MaybeText(string name) => Member(name) is not { } value ? null
        : value.ValueKind == JsonValueKind.String ? value.GetString() : throw Fault(name, "a text");

    public double Number(string name) => MaybeNumber(name) ?? throw Fault(name, "a number");

    public double? MaybeNumber(string name) => Member(name) is not { } value ? null
        : value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out var number) ? number : throw Fault(name, "a number");

    public int Whole(string name) => MaybeWhole(name) ?? throw Fault(name, "a whole number");

    public int? MaybeWhole(string name) => Member(name) is not { } value ? null
        : value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number) ? number : throw Fault(name, "a whole number");

    public DateTimeOffset Moment(string name) =>
        Member(name) is { ValueKind: JsonValueKind.String } value && value.TryGetDateTimeOffset(out var moment) ? moment : throw Fault(name, "a time, ISO 8601");

    public DateTimeOffset? MaybeMoment(string name) => Member(name) is null ? null : Moment(name);

    /// <summary>False when it is missing.</summary>
    public bool Flag(string name) => Member(name) is { } value && (value.ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => throw Fault(name, "true or false"),
    });

    /// <summary>It must be there: nobody is to guess it.</summary>
    public bool Truth(string name) => Has(name) ? Flag(name) : throw Fault(name, "true or false");

    public bool Has(string name) => Member(name) is not null;

    /// <summary>What the serializer reads.</summary>
    public T Value<T>(string name, JsonTypeInfo<T> type) => Member(name) is { } value && JsonSerializer.Deserialize(value, type) is { } read ? read : throw Fault(name, "there");

    public T? MaybeValue<T>(string name, JsonTypeInfo<T> type)
        where T : class => Member(name) is { } value ? JsonSerializer.Deserialize(value, type) : null;

    public T? MaybeInner<T>(string name, Func<Members, T> read)
        where T : class => Member(name) is not { } value ? null : value.ValueKind == JsonValueKind.Object ? read(new Members(value)) : throw Fault(name, "an object");

    /// <summary>Empty when there is no such list.</summary>
    public ImmutableArray<string> MaybeTexts(string name) => Member(name) is null ? [] : Texts(name);

    public ImmutableArray<string> Texts(string name)
    {
        var list = List(name);
        var texts = new string[list.GetArrayLength()];
        for (var index = 0; index < texts.Length; index++)
        {
            texts[index] = list[index].ValueKind == JsonValueKind.String ? list[index].GetString()! : throw Fault(name, "a list of texts");
        }

        return [.. texts];
    }

    public ImmutableArray<T> Items<T>(string name, Func<Members, T> read)
        where T : class
    {
        var list = List(name);
        var items = new T[list.GetArrayLength()];
        for (var index = 0; index < items.Length; index++)
        {
            items[index] = list[index].ValueKind == JsonValueKind.Object ? read(new Members(list[index])) : throw Fault(name, "a list of objects");
        }

        return [.. items];
    }

    /// <summary>Null when there is no such list.</summary>
    public IReadOnlyList<double>? MaybeNumbers(string name)
    {
        if (Member(name) is null)
        {
            return null;
        }

        var list = List(name);
        var numbers = new double[list.GetArrayLength()];
        for (var index = 0; index < numbers.Length; index++)
        {
            numbers[index] = list[index].ValueKind == JsonValueKind.Number ? list[index].GetDouble() : throw Fault(name, "a list of numbers");
        }

        return numbers;
    }

    private JsonElement List(string name) => Member(name) is { ValueKind: JsonValueKind.Array } list ? list : throw Fault(name, "a list");

    private JsonElement? Member(string name) => record.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;

    private static JsonException Fault(string name, string expected) => new(string.Create(CultureInfo.InvariantCulture, $"The member {name} must be {expected}."));
}
