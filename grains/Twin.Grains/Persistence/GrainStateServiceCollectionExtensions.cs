using Microsoft.Extensions.DependencyInjection;
using Orleans.Runtime.Hosting;
using Twin.Model.States;

namespace Twin.Grains.Persistence;

/// <summary>Adds what keeps the states of grains.</summary>
public static class GrainStateServiceCollectionExtensions
{
    /// <summary>The storage that grains name.</summary>
    public const string StorageName = "Default";

    /// <summary>Keeps the states of grains in the registered <see cref="IStateStore"/>, as JSON.</summary>
    public static IServiceCollection AddGrainStates(this IServiceCollection services) => services.AddGrainStorage(
        StorageName, (provider, _) => new StateGrainStorage(provider.GetRequiredService<IStateStore>()));
}
