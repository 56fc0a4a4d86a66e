using System.Reflection;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Runtime;
using Orleans.Storage;
using Twin.Embedded.Activations;

namespace Twin.Embedded.Persistence;

/// <summary>A constructor parameter of a grain class that is a persistent state. Thread-safe.</summary>
internal sealed class StateParameter
{
    private readonly string _grainClass;
    private readonly string _stateName;
    private readonly string? _storageName;
    private readonly ObjectFactory _make;

    private StateParameter(ParameterInfo parameter, PersistentStateAttribute attribute)
    {
        _grainClass = parameter.Member.DeclaringType?.Name ?? string.Empty;
        _stateName = attribute.StateName.Length > 0 ? attribute.StateName : parameter.Name ?? string.Empty;
        _storageName = attribute.StorageName;
        Type = parameter.ParameterType;
        _make = ActivatorUtilities.CreateFactory(
            typeof(PersistentState<>).MakeGenericType(Type.GetGenericArguments()),
            [typeof(Activation), typeof(string), typeof(IGrainStorage)]);
    }

    /// <summary>The parameter's type.</summary>
    public Type Type { get; }

    /// <summary>The states that the constructor takes, in its order.</summary>
    /// <exception cref="InvalidOperationException">A parameter is marked that cannot be a state.</exception>
    public static IReadOnlyList<StateParameter> Of(Type grainClass)
    {
        var constructors = grainClass.GetConstructors(
            BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic);
        var found = constructors.SelectMany(one => one.GetParameters(), (_, parameter) => Read(parameter))
            .OfType<StateParameter>()
            .ToList();
        return found.Count == 0 || constructors.Length == 1
            ? found
            : throw new InvalidOperationException(
                $"{grainClass} takes persistent states and has {constructors.Length} constructors: leave one.");
    }

    /// <summary>Makes the state of one activation, which is still to be loaded.</summary>
    /// <exception cref="BadProviderConfigException">Nobody has registered the storage.</exception>
    public object Make(Activation activation)
    {
        var services = activation.Class.Host.Services;
        var storage = string.IsNullOrWhiteSpace(_storageName)
            ? services.GetService<IGrainStorage>()
            : services.GetKeyedService<IGrainStorage>(_storageName);
        return storage is null
            ? throw new BadProviderConfigException(
                $"State {_stateName} of {_grainClass} is to be kept by storage '{_storageName ?? "Default"}', which "
                + "nobody has registered.")
            : _make(services, [activation, _stateName, storage]);
    }

    private static StateParameter? Read(ParameterInfo parameter)
    {
        if (parameter.GetCustomAttribute<PersistentStateAttribute>() is not { } attribute)
        {
            return null;
        }

        var type = parameter.ParameterType;
        return type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IPersistentState<>)
            ? new StateParameter(parameter, attribute)
            : throw new InvalidOperationException(
                $"Parameter {parameter.Name} of {parameter.Member.DeclaringType}'s constructor is marked as a "
                + $"persistent state and is {type} instead of IPersistentState<T>.");
    }
}
