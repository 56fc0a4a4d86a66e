using Twin.Model.Units;

namespace Twin.Api.Features;

/// <summary>Stands in where the host registers no boundaries: the rest of the API works without them.</summary>
internal sealed class NoBoundaries : IBoundarySource
{
    /// <inheritdoc/>
    public ValueTask<ReadOnlyMemory<byte>?> GetGeoJsonAsync(
        DateOnly day,
        AdministrativeLevel? level,
        AdministrativeUnitCode? unit,
        CancellationToken cancellationToken) => ValueTask.FromResult<ReadOnlyMemory<byte>?>(null);
}
