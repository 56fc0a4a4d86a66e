using System.Collections.Immutable;
using Twin.Model.Space;

namespace Twin.Api.Space.Moving;

/// <summary>Where vessels are looked for. Safe for any number of threads.</summary>
internal abstract class SearchArea
{
    /// <summary>Boxes that hold all of it.</summary>
    public abstract ImmutableArray<GeoBox> Boxes { get; }

    /// <summary>Whether a position in one of the boxes lies in it; its edge belongs to it.</summary>
    public abstract bool Holds(GeoPosition position);
}
