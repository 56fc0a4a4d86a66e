using Twin.Model.Operations;

namespace Twin.Api.Operations;

/// <summary>For a host of grains that tells nothing of itself.</summary>
internal sealed class NoGrainStatistics : IGrainStatistics
{
    public string? Dashboard => null;

    public Task<GrainReadings> ReadAsync(int busiest, CancellationToken cancellationToken) =>
        Task.FromResult(new GrainReadings([], [], []));
}
