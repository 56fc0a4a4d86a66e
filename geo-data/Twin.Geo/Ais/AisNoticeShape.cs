using System.Collections.Immutable;
using Twin.Model.Space;

namespace Twin.Geo.Ais;

/// <summary>A part of the area of a notice (SN.1/Circ.289 tables 11.4 to 11.9).</summary>
public abstract record AisNoticeShape
{
    /// <summary>A circle; a point where the radius is 0.</summary>
    /// <param name="Center">Its center.</param>
    /// <param name="RadiusMeters">Its radius.</param>
    public sealed record Circle(GeoPosition? Center, int RadiusMeters) : AisNoticeShape;

    /// <summary>A rectangle.</summary>
    /// <param name="SouthWest">Its first corner.</param>
    /// <param name="EastMeters">How far it reaches to the east.</param>
    /// <param name="NorthMeters">How far it reaches to the north.</param>
    /// <param name="OrientationDegrees">How far it is turned clockwise.</param>
    public sealed record Rectangle(GeoPosition? SouthWest, int EastMeters, int NorthMeters, int? OrientationDegrees)
        : AisNoticeShape;

    /// <summary>A sector of a circle.</summary>
    /// <param name="Center">The center of the circle.</param>
    /// <param name="RadiusMeters">Its radius.</param>
    /// <param name="LeftDegrees">Where it begins.</param>
    /// <param name="RightDegrees">Where it ends, clockwise.</param>
    public sealed record Sector(GeoPosition? Center, int RadiusMeters, int? LeftDegrees, int? RightDegrees)
        : AisNoticeShape;

    /// <summary>Legs that go on from the point before: a line, or the border of a polygon.</summary>
    /// <param name="IsClosed">Whether they bound a polygon.</param>
    /// <param name="Legs">One to four legs.</param>
    public sealed record Path(bool IsClosed, ImmutableArray<AisNoticeLeg> Legs) : AisNoticeShape;

    /// <summary>Text.</summary>
    /// <param name="Value">Up to 14 characters.</param>
    public sealed record Text(string? Value) : AisNoticeShape;
}
