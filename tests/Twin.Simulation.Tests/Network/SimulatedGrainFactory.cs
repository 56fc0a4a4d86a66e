using Orleans;
using Twin.Grains.Units;
using Twin.Simulation.Tests.Engine;

namespace Twin.Simulation.Tests.Network;

/// <summary>Makes references to units that go by the simulated network.</summary>
internal sealed class SimulatedGrainFactory(World world, SiloLife life, IGrainFactory inner) : IGrainFactory
{
    private readonly UnitNetwork _network = new(world, life);

    public TGrainInterface GetGrain<TGrainInterface>(string primaryKey, string? grainClassNamePrefix = null)
        where TGrainInterface : IGrainWithStringKey
    {
        var direct = inner.GetGrain<TGrainInterface>(primaryKey, grainClassNamePrefix);
        return direct is IAdministrativeUnitGrain unit
            ? (TGrainInterface)(object)new UnitLink(_network, unit, primaryKey)
            : direct;
    }

    public TGrainObserverInterface CreateObjectReference<TGrainObserverInterface>(IGrainObserver obj)
        where TGrainObserverInterface : IGrainObserver =>
        inner.CreateObjectReference<TGrainObserverInterface>(obj);

    public void DeleteObjectReference<TGrainObserverInterface>(IGrainObserver obj)
        where TGrainObserverInterface : IGrainObserver => inner.DeleteObjectReference<TGrainObserverInterface>(obj);
}
