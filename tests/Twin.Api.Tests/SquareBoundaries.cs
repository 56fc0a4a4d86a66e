using System.Text;
using Twin.Api.Features;
using Twin.Model.Units;

namespace Twin.Api.Tests;

/// <summary>Boundaries that say only what was asked of them.</summary>
internal sealed class SquareBoundaries : IBoundarySource
{
    public static readonly DateOnly FirstDay = new(2020, 1, 1);

    // Long enough to be worth compressing.
    private static readonly string Padding = new('x', 4096);

    public ValueTask<ReadOnlyMemory<byte>?> GetGeoJsonAsync(
        DateOnly day, AdministrativeLevel? level, AdministrativeUnitCode? unit, CancellationToken cancellationToken)
    {
        ReadOnlyMemory<byte>? answer = day < FirstDay
            ? (ReadOnlyMemory<byte>?)null
            : Encoding.UTF8.GetBytes(
                $$"""{"type":"FeatureCollection","features":[],"asked":"{{level}} {{unit}}","pad":"{{Padding}}"}""");
        return ValueTask.FromResult(answer);
    }
}
