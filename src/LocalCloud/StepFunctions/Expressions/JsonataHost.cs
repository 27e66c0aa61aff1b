using System.Globalization;
using Jint;
using Jint.Native;
using Jint.Runtime;

namespace IncidentServerless.LocalCloud.StepFunctions.Expressions;

/// <summary>The reference implementation of JSONata in a JavaScript engine. Lives on one thread.</summary>
internal sealed class JsonataHost
{
    // Far above what workflows need, below what the thread's stack carries.
    private const int DeepestRecursion = 20_000;

    private readonly Engine engine;
    private readonly JsValue evaluate;
    private readonly JsValue parse;
    private readonly JsValue references;
    private readonly JobTime time = new();

    public JsonataHost(string script, TimeSpan longestEvaluation)
    {
        var deadline = new EvaluationDeadline(longestEvaluation);
        engine = new Engine(options =>
        {
            options.TimeSystem = time;
            options.LimitRecursion(DeepestRecursion);
            options.Constraint(deadline);
            options.Constraints.PromiseTimeout = longestEvaluation;
        });
        var window = new JsObject(engine);
        JsonataFunctions.AddBase64(engine, window);
        engine.SetValue("window", window);
        engine.Execute(script);
        var evaluator = engine.Invoke(
            engine.Evaluate(JsonataFunctions.Evaluator),
            JsValue.Undefined,
            [window.Get("jsonata"), JsonataFunctions.Hash(engine), JsonataFunctions.Uuid(engine)]).AsObject();
        evaluate = evaluator.Get("evaluate");
        parse = evaluator.Get("parse");
        references = engine.Evaluate(TopLevelReferences.Finder);
        deadline.Arm();
    }

    /// <summary>Whether an evaluation was broken off: what is left of it would run on in the next one, so this host is not to be used again.</summary>
    public bool IsSpent { get; private set; }

    /// <summary>Answers expressions in order, up to the first that gives no value.</summary>
    public IReadOnlyList<JsonataAnswer> Evaluate(IReadOnlyList<Expression> expressions, Bindings bindings)
    {
        time.Now = bindings.Now;
        var converted = new Dictionary<string, JsValue>();
        var answers = new List<JsonataAnswer>(expressions.Count);
        foreach (var expression in expressions)
        {
            answers.Add(Evaluate(expression, bindings, converted));
            if (answers[^1] is not JsonataAnswer.Value)
            {
                break;
            }
        }

        return answers;
    }

    /// <summary>What the service refuses in the expression. The parsed expression is kept.</summary>
    public IReadOnlyList<ExpressionFault> Check(Expression expression)
    {
        if (expression.IsPlainPath)
        {
            return [];
        }

        try
        {
            var parsed = engine.Invoke(parse, JsValue.Undefined, [new JsString(expression.Text)]).AsObject();
            var tree = engine.Invoke(parsed.Get("ast"), parsed, []);
            return [.. engine.Invoke(references, JsValue.Undefined, [tree]).AsArray().Select(name => ExpressionFault.TopLevel(name.AsString()))];
        }
        catch (JavaScriptException thrown)
        {
            return [ExpressionFault.Syntax(Describe(thrown.Error).Message)];
        }
        catch (TimeoutException)
        {
            IsSpent = true;
            return [ExpressionFault.Syntax("The expression takes too long to parse.")];
        }
    }

    private JsonataAnswer Evaluate(Expression expression, Bindings bindings, Dictionary<string, JsValue> converted)
    {
        var variables = new JsObject(engine);
        variables.FastSetDataProperty("states", States(expression, bindings, converted));
        foreach (var name in expression.Variables)
        {
            if (bindings.Variables.Find(name) is { } value)
            {
                variables.FastSetDataProperty(name, Once(converted, "$" + name, value));
            }
        }

        try
        {
            return JsConversion.ToAnswer(engine.Invoke(evaluate, JsValue.Undefined, [new JsString(expression.Text), variables]).UnwrapIfPromise());
        }
        catch (PromiseRejectedException rejection)
        {
            return Describe(rejection.RejectedValue);
        }
        catch (JavaScriptException thrown)
        {
            return Describe(thrown.Error);
        }
        catch (RecursionDepthOverflowException)
        {
            IsSpent = true;
            return new JsonataAnswer.Threw(null, "The expression recurses too deeply.");
        }
        catch (TimeoutException)
        {
            IsSpent = true;
            return new JsonataAnswer.Threw(null, "The expression takes too long.");
        }
    }

    private JsObject States(Expression expression, Bindings bindings, Dictionary<string, JsValue> converted)
    {
        var states = new JsObject(engine);
        foreach (var member in expression.StatesSeen)
        {
            if (bindings.States(member) is { } value)
            {
                states.FastSetDataProperty(member, Once(converted, member, value));
            }
        }

        return states;
    }

    private JsValue Once(Dictionary<string, JsValue> converted, string key, System.Text.Json.JsonElement value)
    {
        if (!converted.TryGetValue(key, out var known))
        {
            converted[key] = known = JsConversion.ToJs(engine, value);
        }

        return known;
    }

    private static JsonataAnswer.Threw Describe(JsValue error)
    {
        if (!error.IsObject())
        {
            return new JsonataAnswer.Threw(null, error.ToString());
        }

        var code = error.AsObject().Get("code");
        return new JsonataAnswer.Threw(code.IsString() ? code.AsString() : null, error.AsObject().Get("message").ToString());
    }

    /// <summary>JavaScript's clock tells the time of the evaluation at hand.</summary>
    private sealed class JobTime : ITimeSystem
    {
        private readonly DefaultTimeSystem calendar = new(TimeZoneInfo.Utc, CultureInfo.InvariantCulture);

        public DateTimeOffset Now { get; set; }

        public TimeZoneInfo DefaultTimeZone => TimeZoneInfo.Utc;

        public DateTimeOffset GetUtcNow() => Now;

        public TimeSpan GetUtcOffset(long epochMilliseconds) => TimeSpan.Zero;

        public bool TryParse(string date, out long epochMilliseconds) => calendar.TryParse(date, out epochMilliseconds);
    }
}
