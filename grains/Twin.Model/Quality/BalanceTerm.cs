using System.Diagnostics.CodeAnalysis;
using Twin.Model.Indicators;

namespace Twin.Model.Quality;

/// <summary>One number in a balance: <c>FIBER-HOUSEHOLDS:denominator</c>.</summary>
/// <param name="Indicator">The indicator.</param>
/// <param name="Part">Which of its numbers; the value where the text names none.</param>
public readonly record struct BalanceTerm(IndicatorCode Indicator, FigurePart Part)
{
    /// <summary>Reads a term.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out BalanceTerm term)
    {
        var colon = text?.IndexOf(':', StringComparison.Ordinal) ?? -1;
        var code = colon < 0 ? text : text![..colon]; // A place in it was found.
        var part = FigurePart.Value;
        var isTerm = IndicatorCode.TryParse(code, out var indicator)
            && (colon < 0 || (Enum.TryParse(text![(colon + 1)..], ignoreCase: true, out part)
                && char.IsAsciiLetterLower(text[^1]) && Enum.IsDefined(part)));
        term = isTerm ? new BalanceTerm(indicator, part) : default;
        return isTerm;
    }

    /// <summary>The text.</summary>
    public override string ToString() =>
        Part == FigurePart.Value ? Indicator.Value : $"{Indicator.Value}:{Part.ToString().ToLowerInvariant()}";
}
