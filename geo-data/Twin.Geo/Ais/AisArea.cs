using Twin.Model.Space;

namespace Twin.Geo.Ais;

/// <summary>The rectangle that a command of a base station is for; corners not available are <c>null</c>.</summary>
/// <param name="NorthEast">The upper right corner.</param>
/// <param name="SouthWest">The lower left corner.</param>
public readonly record struct AisArea(GeoPosition? NorthEast, GeoPosition? SouthWest)
{
    internal static AisArea Read(AisBits bits, int start) => new(
        AisScale.Position(bits.SignedField(start, 18), bits.SignedField(start + 18, 17), AisScale.Tenths),
        AisScale.Position(bits.SignedField(start + 35, 18), bits.SignedField(start + 53, 17), AisScale.Tenths));
}
