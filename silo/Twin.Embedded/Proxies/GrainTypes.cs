using System.Reflection;
using Orleans;

namespace Twin.Embedded.Proxies;

/// <summary>The grain interfaces and classes of some assemblies, checked.</summary>
/// <param name="Interfaces">The interfaces that references are made of.</param>
/// <param name="Classes">The classes that activations are made of.</param>
internal sealed record GrainTypes(IReadOnlyList<GrainInterface> Interfaces, IReadOnlyList<Type> Classes)
{
    /// <summary>The interfaces of observers.</summary>
    public IEnumerable<Type> Observers =>
        Interfaces.Select(one => one.Type).Where(type => typeof(IGrainObserver).IsAssignableFrom(type));

    /// <exception cref="InvalidOperationException">An interface has what the host does not support.</exception>
    public static GrainTypes In(IEnumerable<Assembly> assemblies)
    {
        var types = assemblies.Distinct().SelectMany(assembly => assembly.GetTypes()).ToList();
        var classes = types
            .Where(type => type is { IsClass: true, IsAbstract: false, ContainsGenericParameters: false }
                && typeof(IGrainBase).IsAssignableFrom(type))
            .ToList();

        // An interface may live in an assembly of its own, beside or away from the classes.
        var interfaces = types.Where(type => type.IsInterface)
            .Concat(classes.SelectMany(type => type.GetInterfaces()))
            .Where(IsGrainInterface)
            .Distinct()
            .Select(ProxyEmitter.Emit)
            .ToList();
        return new GrainTypes(interfaces, classes);
    }

    private static bool IsGrainInterface(Type type) =>
        (typeof(IGrain).IsAssignableFrom(type) || typeof(IGrainObserver).IsAssignableFrom(type))
        && type.Assembly != typeof(IGrain).Assembly;
}
