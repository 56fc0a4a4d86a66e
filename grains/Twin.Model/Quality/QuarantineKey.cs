using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Twin.Model.Units;

namespace Twin.Model.Quality;

/// <summary>What names a held observation: its unit and its sequence number, <c>11296~48213</c>.</summary>
/// <param name="Unit">The unit that reported it.</param>
/// <param name="Sequence">Its sequence number.</param>
public readonly record struct QuarantineKey(AdministrativeUnitCode Unit, long Sequence)
{
    private const char Separator = '~';

    /// <summary>Reads one.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out QuarantineKey key)
    {
        key = default;
        if (text?.Split(Separator) is not [{ Length: > 0 } code, var number]
            || !AdministrativeUnitCode.TryParse(code, out var unit)
            || !long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var sequence))
        {
            return false;
        }

        key = new QuarantineKey(unit, sequence);
        return true;
    }

    /// <summary>The text.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Unit.Value}{Separator}{Sequence}");
}
