namespace Twin.Embedded;

/// <summary>What the host is and has been doing, by grain class.</summary>
/// <param name="Classes">The grain classes that the host knows, by name.</param>
public sealed record EmbeddedGrainStatistics(IReadOnlyList<GrainClassStatistics> Classes)
{
    /// <summary>Activations that live now.</summary>
    public int Activations => Classes.Sum(grainClass => grainClass.Activations);

    /// <inheritdoc cref="GrainClassStatistics.Calls"/>
    public long Calls => Classes.Sum(grainClass => grainClass.Calls);

    /// <inheritdoc cref="GrainClassStatistics.Failures"/>
    public long Failures => Classes.Sum(grainClass => grainClass.Failures);

    /// <inheritdoc cref="GrainClassStatistics.FailedActivations"/>
    public long FailedActivations => Classes.Sum(grainClass => grainClass.FailedActivations);

    /// <inheritdoc cref="GrainClassStatistics.LostOneWays"/>
    public long LostOneWays => Classes.Sum(grainClass => grainClass.LostOneWays);

    /// <inheritdoc cref="GrainClassStatistics.Timeouts"/>
    public long Timeouts => Classes.Sum(grainClass => grainClass.Timeouts);

    /// <inheritdoc cref="GrainClassStatistics.Refusals"/>
    public long Refusals => Classes.Sum(grainClass => grainClass.Refusals);

    /// <inheritdoc cref="GrainClassStatistics.SlowTurns"/>
    public long SlowTurns => Classes.Sum(grainClass => grainClass.SlowTurns);
}
