using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace IncidentServerless.StandIns.Tests.Surface;

/// <summary>A visible member as one line, such as <c>Namespace.Type.Name : string { get }</c>.</summary>
internal static class MemberText
{
    public static string Of(ConstructorInfo constructor) =>
        $"{Owner(constructor)}.new({Parameters(constructor)}){Modifiers([constructor.IsFamily || constructor.IsFamilyOrAssembly ? "protected" : ""])}";

    public static string Of(MethodInfo method)
    {
        var generic = method.GetGenericArguments();
        var name = generic.Length == 0 ? method.Name : $"{method.Name}<{string.Join(", ", generic.Select(TypeText.Of))}>";
        return $"{Owner(method)}.{name}({Parameters(method)}) : {TypeText.Of(method.ReturnType)}"
            + TypeText.Constraints(generic) + Modifiers(ModifiersOf(method));
    }

    public static string Of(PropertyInfo property)
    {
        var accessors = property.GetAccessors(nonPublic: true).Where(IsVisible).ToArray();
        var widest = accessors.FirstOrDefault(accessor => accessor.IsPublic) ?? accessors[0];
        var index = property.GetIndexParameters();
        var name = index.Length == 0 ? property.Name : $"this[{string.Join(", ", index.Select(Parameter))}]";
        var access = string.Join("; ", accessors.Select(accessor => Access(accessor, widest)));
        return $"{Owner(property)}.{name} : {TypeText.Of(property.PropertyType)} {{ {access} }}{Modifiers(ModifiersOf(widest))}";
    }

    public static string Of(EventInfo member) =>
        $"{Owner(member)}.{member.Name} : {TypeText.Of(member.EventHandlerType!)}{Modifiers(["event", .. ModifiersOf(member.AddMethod!)])}";

    public static string Of(FieldInfo field)
    {
        if (field.DeclaringType!.IsEnum)
        {
            return $"{Owner(field)}.{field.Name} = {Convert.ToInt64(field.GetRawConstantValue(), CultureInfo.InvariantCulture)}";
        }

        var value = field.IsLiteral ? $" = {Literal(field.GetRawConstantValue())}" : "";
        var kind = field.IsLiteral ? "const" : field.IsStatic ? "static" : "";
        return $"{Owner(field)}.{field.Name} : {TypeText.Of(field.FieldType)}{value}"
            + Modifiers([field.IsPublic ? "" : "protected", kind, field.IsInitOnly ? "readonly" : ""]);
    }

    public static bool IsVisible(MethodBase method) => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly;

    private static string Owner(MemberInfo member) => TypeText.Of(member.DeclaringType!);

    private static string Parameters(MethodBase method)
    {
        var receiver = method.IsDefined(typeof(ExtensionAttribute)) ? "this " : "";
        return receiver + string.Join(", ", method.GetParameters().Select(Parameter));
    }

    private static string Parameter(ParameterInfo parameter)
    {
        var type = TypeText.Of(parameter.ParameterType);
        var passing = parameter.IsDefined(typeof(ParamArrayAttribute)) ? "params " : "";
        var direction = parameter.IsOut ? type.Replace("ref ", "out ", StringComparison.Ordinal) : type;
        var optional = parameter.HasDefaultValue ? $" = {Literal(parameter.RawDefaultValue)}" : "";
        return $"{passing}{direction} {parameter.Name}{optional}";
    }

    private static string Literal(object? value) => value switch
    {
        null => "default",
        string text => $"\"{text}\"",
        bool boolean => boolean ? "true" : "false",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };

    private static string Access(MethodInfo accessor, MethodInfo widest)
    {
        var initializes = accessor.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit));
        var kind = accessor.ReturnType != typeof(void) ? "get" : initializes ? "init" : "set";
        return widest.IsPublic && !accessor.IsPublic ? $"protected {kind}" : kind;
    }

    private static string[] ModifiersOf(MethodInfo method)
    {
        var inheritance = method switch
        {
            { IsAbstract: true } when method.DeclaringType!.IsInterface => method.IsStatic ? "abstract" : "",
            { IsVirtual: true } when method.DeclaringType!.IsInterface => "default",
            { IsAbstract: true } => "abstract",
            { IsVirtual: true, IsFinal: false } => "virtual",
            _ => "",
        };
        return [method.IsPublic ? "" : "protected", method.IsStatic ? "static" : "", inheritance];
    }

    private static string Modifiers(string[] modifiers)
    {
        var present = string.Join(' ', modifiers.Where(modifier => modifier.Length > 0));
        return present.Length == 0 ? "" : $" [{present}]";
    }
}
