using System.Collections.Immutable;
using Twin.Model.Dimensions;
using Twin.Model.Indicators;
using Twin.Model.Rollups;
using Twin.Model.Time;
using Twin.Model.Units;

namespace Twin.Model.Boundaries;

/// <summary>
/// Works the derived figures of one unit out on the boundaries of a day: what they are made from is re-based, and
/// growth, extremes and indexes follow from that. Nothing derived is divided by a share.
/// </summary>
/// <param name="unit">The unit.</param>
/// <param name="boundaries">The day.</param>
/// <param name="catalog">The catalogue.</param>
/// <param name="periods">The periods for which there are figures of an indicator that rolls up.</param>
/// <param name="rebased">
/// What was re-based so far; all that <see cref="DerivedFigures.Needs"/> names, in the end.
/// </param>
public sealed class DerivedRebasing(
    AdministrativeUnitCode unit,
    DateOnly boundaries,
    IndicatorCatalog catalog,
    ILookup<int, TimePeriod> periods,
    IReadOnlyDictionary<(int Indicator, TimePeriod Period, Breakdown Breakdown), RebasedFigure> rebased)
    : IFigureSource
{
    /// <summary>The derived figures over these.</summary>
    public DerivedFigures Derived => new(unit, catalog, this);

    /// <summary>The figure of a derived indicator, and how it came about.</summary>
    public RebasedFigure Figure(int ordinal, TimePeriod period)
    {
        var figure = Derived.Figure(ordinal, period);
        RebasingNote[] notes =
        [
            .. Derived.Needs(ordinal, period).Distinct()
                .Select(need => rebased.GetValueOrDefault(need)).OfType<RebasedFigure>()
                .Where(one => one.Figure.Reported > 0).Select(one => one.Note),
        ];
        return new RebasedFigure(figure, Note(figure.Value, notes));
    }

    Rollup? IFigureSource.Find(int indicator, TimePeriod period, Breakdown breakdown) =>
        rebased.GetValueOrDefault((indicator, period, breakdown))?.Figure is { Reported: > 0 } figure ? figure : null;

    IEnumerable<TimePeriod> IFigureSource.Periods(int indicator) => periods[indicator];

    private RebasingNote Note(double? value, RebasingNote[] notes)
    {
        var divided = notes.Count(note => note.DividedSources > 0);
        var (textEn, textVi) = RebasingTexts.Derived(notes.Length, divided, value is not null);
        return new RebasingNote
        {
            Boundaries = boundaries,
            Method = notes.Select(note => note.Method).DefaultIfEmpty(ShareMethod.Whole).Max(),
            Basis = notes.Select(note => note.Basis).DefaultIfEmpty(ShareBasis.Official).Max(),
            Sources = notes.Select(note => note.Sources).DefaultIfEmpty().Max(),
            DividedSources = notes.Select(note => note.DividedSources).DefaultIfEmpty().Max(),
            DividedShare = notes.Select(note => note.DividedShare).DefaultIfEmpty().Max(),
            // An error of the inputs is in it, and how much of it depends on each: that is not worked out.
            StandardError = divided == 0 && value is not null ? 0 : null,
            Lower = divided == 0 ? value : null,
            Upper = divided == 0 ? value : null,
            Missing = [.. notes.SelectMany(note => note.Missing).Distinct().Order()],
            ReasonCode = value is null
                ? notes.Select(note => note.ReasonCode).FirstOrDefault(code => code is not null)
                : null,
            TextEn = textEn,
            TextVi = textVi,
        };
    }
}
