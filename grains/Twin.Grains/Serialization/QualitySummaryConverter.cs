using System.Collections.Immutable;
using Orleans.Serialization.Cloning;
using Twin.Model.Quality;
using Twin.Model.Units;

namespace Twin.Grains.Serialization;

/// <summary>How scores of a unit travel.</summary>
[RegisterConverter, RegisterCopier]
internal sealed class QualitySummaryConverter
    : ShallowCopier<QualitySummary>, IConverter<QualitySummary, QualitySummaryConverter.Surrogate>
{
    public Surrogate ConvertToSurrogate(in QualitySummary value) =>
        new(
            value.Unit,
            value.Tallies,
            value.Deductions,
            value.Waiting);

    public QualitySummary ConvertFromSurrogate(in Surrogate surrogate) =>
        new(
            surrogate.Unit,
            surrogate.Tallies,
            surrogate.Deductions,
            surrogate.Waiting);

    [GenerateSerializer]
    internal readonly record struct Surrogate(
        [property: Id(0)] AdministrativeUnitCode Unit,
        [property: Id(1)] ImmutableArray<QualityTally> Tallies,
        [property: Id(2)] int Deductions,
        [property: Id(3)] int Waiting);
}
