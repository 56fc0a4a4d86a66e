using Orleans.Serialization.Cloning;
using Twin.Model.Plans;
using Twin.Model.Rollups;
using Twin.Model.Time;

namespace Twin.Grains.Serialization;

/// <summary>How an assessment travels.</summary>
[RegisterConverter, RegisterCopier]
internal sealed class TargetAssessmentConverter
    : ShallowCopier<TargetAssessment>, IConverter<TargetAssessment, TargetAssessmentConverter.Surrogate>
{
    public Surrogate ConvertToSurrogate(in TargetAssessment value) =>
        new(
            value.Target,
            value.Figure,
            value.Status,
            value.ReasonEn,
            value.ReasonVi,
            value.Gap,
            value.TrendPerMonth,
            value.RequiredPerMonth,
            value.ExpectedNow,
            value.Baseline,
            value.ShortAtDue,
            value.RequiredPerPeriod,
            value.Pace,
            value.PeriodsLeft,
            value.ProjectedDate,
            value.PartYear,
            value.Place);

    public TargetAssessment ConvertFromSurrogate(in Surrogate surrogate) =>
        new()
        {
            Target = surrogate.Target,
            Figure = surrogate.Figure,
            Status = surrogate.Status,
            ReasonEn = surrogate.ReasonEn,
            ReasonVi = surrogate.ReasonVi,
            Gap = surrogate.Gap,
            TrendPerMonth = surrogate.TrendPerMonth,
            RequiredPerMonth = surrogate.RequiredPerMonth,
            ExpectedNow = surrogate.ExpectedNow,
            Baseline = surrogate.Baseline,
            ShortAtDue = surrogate.ShortAtDue,
            RequiredPerPeriod = surrogate.RequiredPerPeriod,
            Pace = surrogate.Pace,
            PeriodsLeft = surrogate.PeriodsLeft,
            ProjectedDate = surrogate.ProjectedDate,
            PartYear = surrogate.PartYear,
            Place = surrogate.Place,
        };

    [GenerateSerializer]
    internal readonly record struct Surrogate(
        [property: Id(0)] Target Target,
        [property: Id(1)] Rollup? Figure,
        [property: Id(2)] TargetStatus Status,
        [property: Id(3)] string ReasonEn,
        [property: Id(4)] string ReasonVi,
        [property: Id(5)] double? Gap,
        [property: Id(6)] double? TrendPerMonth,
        [property: Id(7)] double? RequiredPerMonth,
        [property: Id(8)] double? ExpectedNow,
        [property: Id(9)] Rollup? Baseline,
        [property: Id(10)] Rollup? ShortAtDue,
        [property: Id(11)] double? RequiredPerPeriod,
        [property: Id(12)] PeriodFrequency? Pace,
        [property: Id(13)] int? PeriodsLeft,
        [property: Id(14)] DateOnly? ProjectedDate,
        [property: Id(15)] Rollup? PartYear,
        [property: Id(16)] RankedPlace? Place);
}
