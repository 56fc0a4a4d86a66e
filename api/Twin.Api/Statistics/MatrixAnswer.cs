using Twin.Api.Lists;
using Twin.Model.Units;

namespace Twin.Api.Statistics;

/// <summary>Units by indicators.</summary>
/// <param name="Period">The period that is looked at.</param>
/// <param name="Level">The level of the units.</param>
/// <param name="Indicators">The codes of the columns; every row has as many cells, in this order.</param>
/// <param name="Items">The rows of this page.</param>
/// <param name="NumberMatched">How many units there are on all pages.</param>
/// <param name="Links">This page and, when there are more, the next.</param>
internal sealed record MatrixAnswer(
    string Period,
    AdministrativeLevel Level,
    IReadOnlyList<string> Indicators,
    IReadOnlyList<MatrixRowAnswer> Items,
    long NumberMatched,
    IReadOnlyList<LinkAnswer> Links);
