namespace Twin.Model.Operations;

/// <summary>Tells operators what the host of the grains is doing. Thread-safe.</summary>
public interface IGrainStatistics
{
    /// <summary>Where the host has a page of its own; null where there is none, and the readings say it all.</summary>
    string? Dashboard { get; }

    /// <summary>Looks at everything that lives now; costs as much as there are activations.</summary>
    /// <param name="busiest">How many of the busiest grains are told of.</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task<GrainReadings> ReadAsync(int busiest, CancellationToken cancellationToken);
}
