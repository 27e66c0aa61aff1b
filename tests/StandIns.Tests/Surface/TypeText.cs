namespace IncidentServerless.StandIns.Tests.Surface;

/// <summary>Types as C# writes them: with their namespaces, but for the language's own names.</summary>
internal static class TypeText
{
    private static readonly Dictionary<Type, string> Keywords = new()
    {
        [typeof(void)] = "void",
        [typeof(object)] = "object",
        [typeof(string)] = "string",
        [typeof(bool)] = "bool",
        [typeof(byte)] = "byte",
        [typeof(int)] = "int",
        [typeof(uint)] = "uint",
        [typeof(long)] = "long",
        [typeof(double)] = "double",
    };

    public static string Of(Type type)
    {
        if (Keywords.TryGetValue(type, out var keyword))
        {
            return keyword;
        }

        if (type.IsGenericParameter)
        {
            return type.Name;
        }

        if (type.IsByRef)
        {
            return $"ref {Of(type.GetElementType()!)}";
        }

        if (type.IsArray)
        {
            return $"{Of(type.GetElementType()!)}[]";
        }

        return Nullable.GetUnderlyingType(type) is { } value ? $"{Of(value)}?" : Named(type, type.GetGenericArguments());
    }

    /// <summary>What follows <c>where</c>, for each parameter that is constrained; else empty.</summary>
    public static string Constraints(Type[] parameters) => string.Concat(
        parameters
            .Select(parameter => (parameter.Name, Constraints: ConstraintsOf(parameter).ToArray()))
            .Where(parameter => parameter.Constraints.Length > 0)
            .Select(parameter => $" where {parameter.Name} : {string.Join(", ", parameter.Constraints)}"));

    private static IEnumerable<string> ConstraintsOf(Type parameter)
    {
        var special = parameter.GenericParameterAttributes;
        if (special.HasFlag(System.Reflection.GenericParameterAttributes.ReferenceTypeConstraint))
        {
            yield return "class";
        }

        foreach (var constraint in parameter.GetGenericParameterConstraints())
        {
            yield return constraint == typeof(ValueType) ? "struct" : Of(constraint);
        }

        if (special.HasFlag(System.Reflection.GenericParameterAttributes.DefaultConstructorConstraint))
        {
            yield return "new()";
        }
    }

    // A nested type's arguments begin with those of the types around it.
    private static string Named(Type type, Type[] arguments)
    {
        var around = type.DeclaringType is { } outer ? outer.GetGenericArguments().Length : 0;
        var prefix = type.DeclaringType is null ? type.Namespace : Named(type.DeclaringType, arguments[..around]);
        var name = $"{prefix}.{type.Name.Split('`')[0]}";
        var own = arguments[around..];
        return own.Length == 0 ? name : $"{name}<{string.Join(", ", own.Select(Of))}>";
    }
}
