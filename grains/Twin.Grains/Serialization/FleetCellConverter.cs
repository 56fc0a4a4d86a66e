using Orleans.Serialization.Cloning;
using Twin.Model.Vessels;

namespace Twin.Grains.Serialization;

/// <summary>How a cell of moving vessels travels.</summary>
[RegisterConverter, RegisterCopier]
internal sealed class FleetCellConverter
    : ShallowCopier<FleetCell>, IConverter<FleetCell, FleetCellConverter.Surrogate>
{
    public Surrogate ConvertToSurrogate(in FleetCell value) =>
        new(
            value.Row,
            value.Column);

    public FleetCell ConvertFromSurrogate(in Surrogate surrogate) =>
        new(
            surrogate.Row,
            surrogate.Column);

    [GenerateSerializer]
    internal readonly record struct Surrogate(
        [property: Id(0)] int Row,
        [property: Id(1)] int Column);
}
