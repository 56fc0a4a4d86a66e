using Orleans.Serialization.Cloning;
using Twin.Model.Plans;
using Twin.Model.Rollups;

namespace Twin.Grains.Serialization;

/// <summary>How a figure with its place travels.</summary>
[RegisterConverter, RegisterCopier]
internal sealed class RankedFigureConverter
    : ShallowCopier<RankedFigure>, IConverter<RankedFigure, RankedFigureConverter.Surrogate>
{
    public Surrogate ConvertToSurrogate(in RankedFigure value) => new(value.Figure, value.Place);

    public RankedFigure ConvertFromSurrogate(in Surrogate surrogate) =>
        new(surrogate.Figure, surrogate.Place);

    [GenerateSerializer]
    internal readonly record struct Surrogate(
        [property: Id(0)] Rollup Figure,
        [property: Id(1)] RankedPlace? Place);
}
