using System.Text.Json;
using Jint;
using Jint.Native;
using Jint.Native.Object;

namespace IncidentServerless.LocalCloud.StepFunctions.Expressions;

/// <summary>JSON to JavaScript values and back.</summary>
internal static class JsConversion
{
    public static JsValue ToJs(Engine engine, JsonElement json)
    {
        switch (json.ValueKind)
        {
            case JsonValueKind.Object:
                var result = new JsObject(engine);
                foreach (var member in json.EnumerateObject())
                {
                    result.FastSetDataProperty(member.Name, ToJs(engine, member.Value));
                }

                return result;
            case JsonValueKind.Array:
                var items = new JsValue[json.GetArrayLength()];
                var index = 0;
                foreach (var item in json.EnumerateArray())
                {
                    items[index++] = ToJs(engine, item);
                }

                return new JsArray(engine, items);
            case JsonValueKind.String:
                return new JsString(json.GetString()!);
            case JsonValueKind.Number:
                return JsNumber.Create(json.GetDouble());
            case JsonValueKind.True:
                return JsBoolean.True;
            case JsonValueKind.False:
                return JsBoolean.False;
            default:
                return JsValue.Null;
        }
    }

    public static JsonataAnswer ToAnswer(JsValue value)
    {
        if (value.IsUndefined())
        {
            return new JsonataAnswer.Nothing();
        }

        try
        {
            return new JsonataAnswer.Value(Json.Write(writer => Write(writer, value)));
        }
        catch (NotJsonException)
        {
            return new JsonataAnswer.Unsupported();
        }
    }

    private static void Write(Utf8JsonWriter writer, JsValue value)
    {
        switch (value)
        {
            case JsArray array:
                writer.WriteStartArray();
                for (uint index = 0; index < array.Length; index++)
                {
                    Write(writer, array[index]);
                }

                writer.WriteEndArray();
                break;
            case ObjectInstance instance when IsFunction(instance):
                throw new NotJsonException();
            case ObjectInstance instance:
                writer.WriteStartObject();
                foreach (var (name, property) in instance.GetOwnProperties())
                {
                    if (property.Enumerable && name.IsString() && instance.Get(name) is var member && !member.IsUndefined())
                    {
                        writer.WritePropertyName(name.AsString());
                        Write(writer, member);
                    }
                }

                writer.WriteEndObject();
                break;
            case JsNumber when value.AsNumber() is var number:
                WriteNumber(writer, number);
                break;
            case JsBoolean:
                writer.WriteBooleanValue(value.AsBoolean());
                break;
            case var _ when value.IsString():
                writer.WriteStringValue(value.AsString());
                break;
            case var _ when value.IsNull() || value.IsUndefined():
                writer.WriteNullValue();
                break;
            default:
                throw new NotJsonException();
        }
    }

    private static bool IsFunction(ObjectInstance instance) =>
        instance.IsCallable() || instance.Get("_jsonata_lambda") is JsBoolean || instance.Get("_jsonata_function") is JsBoolean || instance.IsRegExp();

    private static void WriteNumber(Utf8JsonWriter writer, double number)
    {
        // Whole numbers are written in digits, as JavaScript does, and minus zero as zero.
        if (double.IsInteger(number) && Math.Abs(number) < 1e18)
        {
            writer.WriteNumberValue((long)number);
        }
        else if (double.IsFinite(number))
        {
            writer.WriteNumberValue(number);
        }
        else
        {
            throw new NotJsonException();
        }
    }

    private sealed class NotJsonException : Exception;
}
