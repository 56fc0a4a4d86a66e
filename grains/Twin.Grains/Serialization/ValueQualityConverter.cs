using System.Collections.Immutable;
using Orleans.Serialization.Cloning;
using Twin.Model.Dimensions;
using Twin.Model.Indicators;
using Twin.Model.Quality;
using Twin.Model.Time;

namespace Twin.Grains.Serialization;

/// <summary>How scores of a figure travel.</summary>
[RegisterConverter, RegisterCopier]
internal sealed class ValueQualityConverter
    : ShallowCopier<ValueQuality>, IConverter<ValueQuality, ValueQualityConverter.Surrogate>
{
    public Surrogate ConvertToSurrogate(in ValueQuality value) =>
        new(
            value.Indicator,
            value.Period,
            value.Scores,
            value.Deductions,
            value.Breakdown);

    public ValueQuality ConvertFromSurrogate(in Surrogate surrogate) =>
        new(
            surrogate.Indicator,
            surrogate.Period,
            surrogate.Scores,
            surrogate.Deductions,
            surrogate.Breakdown);

    [GenerateSerializer]
    internal readonly record struct Surrogate(
        [property: Id(0)] IndicatorCode Indicator,
        [property: Id(1)] TimePeriod Period,
        [property: Id(2)] QualityScores Scores,
        [property: Id(3)] ImmutableArray<QualityDeduction> Deductions,
        [property: Id(4)] Breakdown Breakdown);
}
