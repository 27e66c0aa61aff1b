using System.Text.Json;
using System.Text.Json.Serialization;

namespace IncidentServerless.Domain.Json;

/// <summary>
/// Writes a member of an enumeration by its name. Reading takes the name in any case; anything else is a <see cref="JsonException"/>
/// that lists the names. It reads no attributes, unlike the framework's own, and takes less native code.
/// </summary>
public class NameConverter<T> : JsonConverter<T>
    where T : struct, Enum
{
    private readonly T[] _values = Enum.GetValues<T>();
    private readonly string[] _names;

    public NameConverter()
        : this(name => name)
    {
    }

    /// <param name="spelling">What the name of a member becomes in JSON.</param>
    protected NameConverter(Func<string, string> spelling)
    {
        _names = new string[_values.Length];
        for (var i = 0; i < _values.Length; i++)
        {
            _names[i] = spelling(_values[i].ToString());
        }
    }

    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        _values[NameList.IndexOf(_names, ref reader)];

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(Name(value));

    public override T ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Read(ref reader, typeToConvert, options);

    public override void WriteAsPropertyName(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WritePropertyName(Name(value));

    private string Name(T value) => _names[Array.IndexOf(_values, value)];
}

/// <summary>Writes a member of an enumeration in camel case.</summary>
public sealed class CamelCaseConverter<T>() : NameConverter<T>(JsonNamingPolicy.CamelCase.ConvertName)
    where T : struct, Enum;

/// <summary>Writes a member of an enumeration in capitals, such as <c>SEV2</c>.</summary>
public sealed class UpperCaseConverter<T>() : NameConverter<T>(name => name.ToUpperInvariant())
    where T : struct, Enum;
