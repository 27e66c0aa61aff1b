using System.Security.Cryptography;
using System.Text;
using Jint;
using Jint.Native;
using Jint.Runtime;
using Jint.Runtime.Interop;

namespace IncidentServerless.LocalCloud.StepFunctions.Expressions;

/// <summary>
/// What Step Functions adds to JSONata: <c>$partition</c>, <c>$range</c>, <c>$hash</c>, <c>$random</c>, <c>$uuid</c>, <c>$parse</c>; and
/// what it takes away: <c>$eval</c>. Source: Step Functions developer guide, "Transforming data with JSONata".
/// </summary>
internal static class JsonataFunctions
{
    /// <summary>JavaScript that evaluates to a function that makes <c>{ parse(text), evaluate(text, variables) → promise }</c>, with parsed expressions kept by their text.</summary>
    public const string Evaluator =
        """
        (function (jsonata, hash, uuid) {
          // A JSONata sequence: a single item stands for itself, none for nothing.
          const sequence = items => Object.defineProperty(items, 'sequence', { enumerable: false, value: true });
          const fail = message => { throw new Error(message); };
          const seeded = seed => {
            let state = seed >>> 0;
            state = (state + 0x6D2B79F5) >>> 0;
            let mixed = Math.imul(state ^ (state >>> 15), state | 1);
            mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
            return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
          };
          const added = {
            eval: undefined,
            partition(items, size) {
              if (items === undefined) return undefined;
              const all = Array.isArray(items) ? items : [items];
              if (!(size >= 1)) fail('Argument 2 of function partition must be a positive number');
              const parts = [];
              for (let start = 0; start < all.length; start += Math.trunc(size)) parts.push(all.slice(start, start + Math.trunc(size)));
              return parts;
            },
            range(first, last, step = 1) {
              if (step === 0) fail('Argument 3 of function range must not be zero');
              const numbers = [];
              for (let number = first; step > 0 ? number <= last : number >= last; number += step) {
                if (numbers.length === 1000) fail('The function range cannot create more than 1000 items');
                numbers.push(number);
              }
              return sequence(numbers);
            },
            hash(data, algorithm) {
              if (data === undefined) return undefined;
              return hash(typeof data === 'string' ? data : JSON.stringify(data), algorithm)
                ?? fail(`Argument 2 of function hash must be one of MD5, SHA-1, SHA-256, SHA-384, SHA-512`);
            },
            random: seed => seed === undefined ? Math.random() : seeded(seed),
            uuid,
            parse: text => text === undefined ? undefined : JSON.parse(text),
          };
          const parsed = new Map();
          const parse = text => {
            let expression = parsed.get(text);
            if (!expression) parsed.set(text, expression = jsonata(text));
            return expression;
          };
          return { parse, evaluate: (text, variables) => parse(text).evaluate(undefined, Object.assign(variables, added)) };
        })
        """;

    public static JsValue Hash(Engine engine) => new ClrFunction(engine, "hash", (_, arguments) =>
    {
        var data = Encoding.UTF8.GetBytes(TypeConverter.ToString(arguments[0]));
        return TypeConverter.ToString(arguments[1]) switch
        {
            "MD5" => Hex(MD5.HashData(data)),
            "SHA-1" => Hex(SHA1.HashData(data)),
            "SHA-256" => Hex(SHA256.HashData(data)),
            "SHA-384" => Hex(SHA384.HashData(data)),
            "SHA-512" => Hex(SHA512.HashData(data)),
            _ => JsValue.Null,
        };
    });

    public static JsValue Uuid(Engine engine) => new ClrFunction(engine, "uuid", (_, _) => new JsString(Guid.NewGuid().ToString()));

    /// <summary>The browser's <c>btoa</c> and <c>atob</c>, which jsonata.js takes for base64: a character is a byte.</summary>
    public static void AddBase64(Engine engine, JsObject window)
    {
        window.Set("btoa", new ClrFunction(engine, "btoa", (_, arguments) =>
            new JsString(Convert.ToBase64String(Encoding.Latin1.GetBytes(TypeConverter.ToString(arguments[0]))))));
        window.Set("atob", new ClrFunction(engine, "atob", (_, arguments) =>
            new JsString(Encoding.Latin1.GetString(Convert.FromBase64String(TypeConverter.ToString(arguments[0]))))));
    }

    private static JsString Hex(byte[] hash) => new(Convert.ToHexStringLower(hash));
}
