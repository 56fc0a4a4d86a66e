using Twin.Model.Indicators;

namespace Twin.Api.Catalogues;

/// <summary>What is counted or measured.</summary>
/// <param name="Code">The code.</param>
/// <param name="NameVi">The Vietnamese name.</param>
/// <param name="NameEn">The English name.</param>
/// <param name="UnitOfMeasure">The unit of measure.</param>
/// <param name="Kind">Which numbers it can take.</param>
internal sealed record MeasureAnswer(
    string Code, string NameVi, string NameEn, string UnitOfMeasure, MeasureKind Kind)
{
    /// <summary>Makes the answer of a measure.</summary>
    public static MeasureAnswer Of(Measure measure) =>
        new(measure.Code, measure.NameVi, measure.NameEn, measure.UnitOfMeasure, measure.Kind);
}
