using System.Collections.Immutable;
using Twin.Model.Space;

namespace Twin.Api.Space.Moving;

/// <summary>One box, or the two of one that crosses the antimeridian.</summary>
/// <param name="boxes">The boxes, apart from each other.</param>
internal sealed class BoxArea(params ImmutableArray<GeoBox> boxes) : SearchArea
{
    /// <summary>The whole earth.</summary>
    public static BoxArea Everywhere { get; } = new(GeoBox.World);

    /// <inheritdoc/>
    public override ImmutableArray<GeoBox> Boxes => boxes;

    /// <inheritdoc/>
    public override bool Holds(GeoPosition position) => true;
}
