using Microsoft.Extensions.DependencyInjection;
using Twin.Embedded.Persistence;

namespace Twin.Embedded.Activations;

/// <summary>Makes the grains of a class, with what their constructor takes. Thread-safe.</summary>
internal sealed class GrainConstructor : IGrainMaker
{
    private readonly IReadOnlyList<StateParameter> _states;
    private readonly Lazy<ObjectFactory> _factory;
    private readonly bool _needsServices;

    /// <exception cref="InvalidOperationException">A parameter is marked as a state and is none.</exception>
    public GrainConstructor(Type type)
    {
        _states = StateParameter.Of(type);
        _needsServices = type.GetConstructors() is not [var only] || only.GetParameters().Length > _states.Count;
        _factory = new Lazy<ObjectFactory>(
            () => ActivatorUtilities.CreateFactory(type, [.. _states.Select(state => state.Type)]));
    }

    public object Make(Activation activation, out IReadOnlyList<ILoadable> states)
    {
        var services = _needsServices ? activation.ActivationServices : activation.Class.Host.Services;
        if (_states.Count == 0)
        {
            states = [];
            return _factory.Value(services, arguments: null);
        }

        object[] arguments = [.. _states.Select(state => state.Make(activation))];
        states = [.. arguments.Cast<ILoadable>()];
        return _factory.Value(services, arguments);
    }
}
