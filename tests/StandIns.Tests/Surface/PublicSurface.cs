using System.Reflection;

namespace IncidentServerless.StandIns.Tests.Surface;

/// <summary>What a library lets others use: its public types, and their public and protected members, one line for each.</summary>
/// <remarks>An override is left out, since it adds nothing to what the base has; so are annotations of nullability.</remarks>
internal static class PublicSurface
{
    private const BindingFlags Declared =
        BindingFlags.DeclaredOnly | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static;

    public static IReadOnlyList<string> Of(Assembly assembly) => [.. assembly.GetExportedTypes().SelectMany(Of).Order(StringComparer.Ordinal)];

    public static IEnumerable<string> Of(Type type)
    {
        var name = TypeText.Of(type);
        var bases = Bases(type).Select(from => $"{name} : {TypeText.Of(from)}");
        return [$"{name} ({Kind(type)}){TypeText.Constraints(type.GetGenericArguments())}", .. bases, .. Usage(type, name), .. Members(type)];
    }

    private static string Kind(Type type) => type switch
    {
        { IsEnum: true } => "enum",
        { IsInterface: true } => "interface",
        { IsValueType: true } => "struct",
        _ when type.IsSubclassOf(typeof(Delegate)) => "delegate",
        { IsAbstract: true, IsSealed: true } => "static class",
        { IsAbstract: true } => "abstract class",
        { IsSealed: true } => "sealed class",
        _ => "class",
    };

    private static IEnumerable<Type> Bases(Type type)
    {
        if (type.IsValueType || type.IsSubclassOf(typeof(Delegate)))
        {
            return [];
        }

        var inherited = type.BaseType?.GetInterfaces() ?? [];
        var declared = type.GetInterfaces().Except(inherited).Where(from => from.IsVisible);
        return type.BaseType is { } parent && parent != typeof(object) ? declared.Prepend(parent) : declared;
    }

    private static IEnumerable<string> Usage(Type type, string name)
    {
        if (type.GetCustomAttribute<AttributeUsageAttribute>(inherit: false) is { } usage)
        {
            yield return $"{name} (on {usage.ValidOn}{(usage.AllowMultiple ? ", repeatable" : "")})";
        }
    }

    private static IEnumerable<string> Members(Type type)
    {
        if (type.IsSubclassOf(typeof(Delegate)))
        {
            var invoke = MemberText.Of(type.GetMethod("Invoke")!);
            return [invoke[..invoke.LastIndexOf(" [", StringComparison.Ordinal)]];
        }

        var methods = type.GetMethods(Declared).Where(method => MemberText.IsVisible(method) && !IsOverride(method)).ToArray();
        var properties = type.GetProperties(Declared).Where(property => property.GetAccessors(nonPublic: true).Any(methods.Contains));
        var events = type.GetEvents(Declared).Where(member => methods.Contains(member.AddMethod));
        var constructors = type.GetConstructors(Declared & ~BindingFlags.Static).Where(MemberText.IsVisible);
        var fields = type.GetFields(Declared).Where(field => (field.IsPublic || field.IsFamily || field.IsFamilyOrAssembly) && !field.IsSpecialName);
        var accessors = type.GetProperties(Declared).SelectMany(property => property.GetAccessors(nonPublic: true))
            .Concat(type.GetEvents(Declared).SelectMany(member => new[] { member.AddMethod!, member.RemoveMethod! }));
        return
        [
            .. constructors.Select(MemberText.Of),
            .. fields.Select(MemberText.Of),
            .. properties.Select(MemberText.Of),
            .. events.Select(MemberText.Of),
            .. methods.Except(accessors).Select(MemberText.Of),
        ];
    }

    private static bool IsOverride(MethodInfo method) => method.GetBaseDefinition().DeclaringType != method.DeclaringType;
}
