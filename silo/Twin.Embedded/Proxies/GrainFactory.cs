using System.Collections.Frozen;
using Orleans;
using Twin.Embedded.Activations;

namespace Twin.Embedded.Proxies;

/// <summary>Makes references, having paired each interface with the classes that implement it.</summary>
internal sealed class GrainFactory : IGrainFactory
{
    private readonly FrozenDictionary<Type, Binding> _bindings;

    public GrainFactory(EmbeddedGrainHost host, GrainTypes types)
    {
        _bindings = types.Interfaces.ToFrozenDictionary(
            grainInterface => grainInterface.Type,
            grainInterface => new Binding(grainInterface, types.Classes
                .Where(type => grainInterface.Type.IsAssignableFrom(type))
                .Concat(types.Observers.Where(type => type == grainInterface.Type))
                .Select(type => host.ClassesByType[type])
                .ToList()));
    }

    public TGrainInterface GetGrain<TGrainInterface>(string primaryKey, string? grainClassNamePrefix = null)
        where TGrainInterface : IGrainWithStringKey
    {
        ArgumentException.ThrowIfNullOrEmpty(primaryKey);
        var binding = BindingOf(typeof(TGrainInterface));
        var grainClass = grainClassNamePrefix is null ? binding.Only : null;
        grainClass ??= binding.Find(grainClassNamePrefix);
        return (TGrainInterface)(object)binding.Interface.CreateReference(grainClass, primaryKey);
    }

    public TGrainObserverInterface CreateObjectReference<TGrainObserverInterface>(IGrainObserver obj)
        where TGrainObserverInterface : IGrainObserver
    {
        ArgumentNullException.ThrowIfNull(obj);
        if (obj is IGrainBase or GrainReference or not TGrainObserverInterface)
        {
            throw new ArgumentException(
                $"{obj.GetType()} is no object of {typeof(TGrainObserverInterface)}; grains need no reference.",
                nameof(obj));
        }

        var binding = BindingOf(typeof(TGrainObserverInterface));
        var observers = binding.Only?.Observers
            ?? throw new ArgumentException($"{binding.Interface.Type} is no observer interface.", nameof(obj));
        return (TGrainObserverInterface)(object)binding.Interface.CreateReference(binding.Only, observers.Add(obj));
    }

    public void DeleteObjectReference<TGrainObserverInterface>(IGrainObserver obj)
        where TGrainObserverInterface : IGrainObserver
    {
        ArgumentNullException.ThrowIfNull(obj);
        if (obj is not GrainReference { Class.Observers: { } observers } reference)
        {
            throw new ArgumentException($"{obj.GetType()} is no reference to an observer.", nameof(obj));
        }

        observers.Delete(reference.Key);
    }

    private Binding BindingOf(Type grainInterface) =>
        _bindings.TryGetValue(grainInterface, out var binding)
            ? binding
            : throw new ArgumentException(
                $"{grainInterface} is no grain interface of the assemblies given to AddEmbeddedGrains.",
                nameof(grainInterface));

    private sealed class Binding
    {
        private readonly IReadOnlyList<GrainClass> _classes;

        public Binding(GrainInterface grainInterface, IReadOnlyList<GrainClass> classes)
        {
            Interface = grainInterface;
            _classes = classes;
            Only = classes is [var only] ? only : null;
        }

        public GrainInterface Interface { get; }

        public GrainClass? Only { get; }

        public GrainClass Find(string? prefix)
        {
            var matches = _classes
                .Where(one => one.Type.FullName?.StartsWith(prefix ?? "", StringComparison.Ordinal) ?? false)
                .ToList();

            // As Orleans does: of several, the one that carries the interface's name without its I.
            if (matches.Count > 1
                && matches.Find(one => Interface.Type.Name.Equals($"I{one.Name}", StringComparison.Ordinal))
                    is { } named)
            {
                matches = [named];
            }

            return matches switch
            {
                [var only] => only,
                [] => throw new ArgumentException(
                    $"No grain class implements {Interface.Type}"
                    + (prefix is null ? "." : $" and starts with {prefix}."),
                    nameof(prefix)),
                _ => throw new ArgumentException(
                    $"{Interface.Type} is implemented by {string.Join(", ", matches.Select(one => one.Type))}: give a "
                    + "class name prefix that picks one.",
                    nameof(prefix)),
            };
        }
    }
}
