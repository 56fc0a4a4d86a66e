using Twin.Model.Observations;

namespace Twin.Api.Observations;

/// <summary>A number of a row whose meaning waits for the end of the report.</summary>
/// <param name="Rows">The unit's rows.</param>
/// <param name="Place">The row's place among them.</param>
/// <param name="Line">The row's line; another row may have taken the place since.</param>
/// <param name="IsDenominator">Whether it is the denominator; else the value.</param>
/// <param name="Reading">What it can mean.</param>
/// <param name="Text">What was written.</param>
internal sealed record AmbiguousNumber(
    UnitRows Rows, int Place, int Line, bool IsDenominator, NumberReading Reading, string Text)
{
    /// <summary>Whether the row is still there.</summary>
    public bool IsThere => Rows.LineOf(Place) == Line;

    /// <summary>Gives the row the value that the convention reads.</summary>
    public void Settle(NumberConvention convention)
    {
        var number = convention == NumberConvention.Comma ? Reading.ByComma : Reading.ByPoint;
        var row = Rows[Place];
        row = row with { Notes = ObservationNotes.Of((row.Notes?.Format ?? default) | FormatTrouble.AmbiguousMark) };
        Rows[Place] = IsDenominator ? row with { Denominator = number } : row with { Value = number };
    }
}
