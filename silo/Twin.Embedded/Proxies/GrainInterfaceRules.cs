using System.Reflection;
using Orleans;
using Orleans.Concurrency;

namespace Twin.Embedded.Proxies;

/// <summary>What a grain interface may hold. Broken at start with the member's name, not at the first call.</summary>
internal static class GrainInterfaceRules
{
    /// <returns>The methods of the interface and those that it inherits, in a fixed order.</returns>
    /// <exception cref="InvalidOperationException">A rule is broken.</exception>
    public static IReadOnlyList<MethodInfo> MethodsOf(Type type)
    {
        if (!type.IsVisible)
        {
            throw Broken(type, "is not public");
        }

        if (type.IsGenericType)
        {
            throw Broken(type, "is generic, which the host does not support");
        }

        if (!HasKeys(type))
        {
            throw Broken(type, $"does not extend {nameof(IGrainWithStringKey)}");
        }

        return
        [
            .. type.GetInterfaces().Append(type)
                .SelectMany(one => one.GetMethods(BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public))
                .Where(method => !method.IsStatic || method.IsAbstract)
                .Select(Check),
        ];
    }

    private static MethodInfo Check(MethodInfo method)
    {
        var isOneWay = method.IsDefined(typeof(OneWayAttribute));
        var fault = method switch
        {
            { IsStatic: true } => "is static",
            { IsSpecialName: true } => "belongs to a property or an event",
            { IsGenericMethodDefinition: true } => "is generic, which the host does not support",
            _ when method.GetParameters().Any(parameter => IsUnsupported(parameter.ParameterType)) =>
                "has a parameter by reference, pointer or ref struct",
            _ when CallShape.Of(method.ReturnType, isOneWay) is not null => null,
            _ when isOneWay => $"is one-way and returns {method.ReturnType} instead of Task",
            _ => $"returns {method.ReturnType} instead of a task, a value task or IAsyncEnumerable<T>",
        };
        return fault is null
            ? method
            : throw new InvalidOperationException($"Grain method {method.DeclaringType}.{method.Name} {fault}.");
    }

    private static bool IsUnsupported(Type type) => type.IsByRef || type.IsPointer || type.IsByRefLike;

    // The host itself makes references to those that it reminds.
    private static bool HasKeys(Type type) =>
        typeof(IGrainWithStringKey).IsAssignableFrom(type)
        || typeof(IGrainObserver).IsAssignableFrom(type)
        || type == typeof(IRemindable);

    private static InvalidOperationException Broken(Type type, string fault) =>
        new($"Grain interface {type} {fault}.");
}
