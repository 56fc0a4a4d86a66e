using System.Diagnostics;

namespace Twin.Api.Observations;

/// <summary>
/// The texts of one row, in UTF-8, valid until the next row is read. Empty where the row says nothing.
/// </summary>
internal ref struct RowFields
{
    /// <summary>The unit's code.</summary>
    public ReadOnlySpan<byte> Unit;

    /// <summary>The indicator's code.</summary>
    public ReadOnlySpan<byte> Indicator;

    /// <summary>The time period.</summary>
    public ReadOnlySpan<byte> Period;

    /// <summary>The numerator or value.</summary>
    public ReadOnlySpan<byte> Value;

    /// <summary>The denominator or weight.</summary>
    public ReadOnlySpan<byte> Denominator;

    /// <summary>The observation status.</summary>
    public ReadOnlySpan<byte> Status;

    /// <summary>When the value was produced.</summary>
    public ReadOnlySpan<byte> ResultTime;

    /// <summary>Where it comes from.</summary>
    public ReadOnlySpan<byte> Source;

    /// <summary>The part of the total: <c>DIMENSION=MEMBER</c>, several with semicolons between.</summary>
    public ReadOnlySpan<byte> Breakdown;

    /// <summary>Whether the value was a JSON number, which has one reading only.</summary>
    public bool IsValueJson;

    /// <summary>Whether the denominator was a JSON number.</summary>
    public bool IsDenominatorJson;

    /// <summary>What the value's column is called, where it has a name of its own.</summary>
    public string? ValueName;

    /// <summary>What the denominator's column is called, where it has a name of its own.</summary>
    public string? DenominatorName;

    /// <summary>Whether the row says nothing at all.</summary>
    public readonly bool IsEmpty =>
        Unit.IsEmpty && Indicator.IsEmpty && Period.IsEmpty && Value.IsEmpty && Denominator.IsEmpty
        && Status.IsEmpty && ResultTime.IsEmpty && Source.IsEmpty && Breakdown.IsEmpty;

    /// <summary>Keeps a text.</summary>
    public void Set(RowField field, ReadOnlySpan<byte> text)
    {
        switch (field)
        {
            case RowField.Ignored:
                break;
            case RowField.Unit:
                Unit = text;
                break;
            case RowField.Indicator:
                Indicator = text;
                break;
            case RowField.Period:
                Period = text;
                break;
            case RowField.Value:
                Value = text;
                break;
            case RowField.Denominator:
                Denominator = text;
                break;
            case RowField.Status:
                Status = text;
                break;
            case RowField.ResultTime:
                ResultTime = text;
                break;
            case RowField.Source:
                Source = text;
                break;
            default:
                throw new UnreachableException($"No place for {field}.");
        }
    }
}
