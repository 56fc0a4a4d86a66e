using System.Diagnostics.CodeAnalysis;
using Twin.Model.Time;

namespace Twin.Model.Duties;

/// <summary>What names one report that is owed: <c>HP-2022.commune.monthly~11296~2024-12</c>.</summary>
/// <param name="DutyId">The duty.</param>
/// <param name="Who">The code of a unit or the id of an agency.</param>
/// <param name="Period">The name of the window.</param>
public sealed record DutyKey(string DutyId, string Who, TimePeriod Period)
{
    private const char Separator = '~';

    /// <summary>Reads one.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out DutyKey? key)
    {
        key = text?.Split(Separator) is [{ Length: > 0 } duty, { Length: > 0 } who, var period]
            && TimePeriod.TryParse(period, out var window)
            ? new DutyKey(duty, who, window)
            : null;
        return key is not null;
    }

    /// <summary>The text.</summary>
    public override string ToString() => $"{DutyId}{Separator}{Who}{Separator}{Period}";
}
