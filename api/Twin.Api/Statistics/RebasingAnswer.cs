using Twin.Model.Boundaries;

namespace Twin.Api.Statistics;

/// <summary>How a figure came onto the boundaries of another date, and how far it can be trusted.</summary>
internal sealed record RebasingAnswer
{
    /// <summary>Makes the answer of a note.</summary>
    public RebasingAnswer(RebasingNote note)
    {
        Boundaries = note.Boundaries;
        Method = note.Method;
        Basis = note.Basis;
        Sources = note.Sources;
        DividedSources = note.DividedSources;
        DividedShare = note.DividedShare;
        StandardError = note.StandardError;
        Lower = note.Lower;
        Upper = note.Upper;
        Missing = [.. note.Missing.Select(code => code.Value)];
        ReasonCode = note.ReasonCode;
        TextEn = note.TextEn;
        TextVi = note.TextVi;
    }

    /// <summary>The day whose boundaries the figure is on.</summary>
    public DateOnly Boundaries { get; }

    /// <summary>The least certain way in which a share in it was found: whole, population, area, even.</summary>
    public ShareMethod Method { get; }

    /// <summary>The weakest thing that a share in it rests on: official, overlay, inferred.</summary>
    public ShareBasis Basis { get; }

    /// <summary>How many units with data it was made from.</summary>
    public int Sources { get; }

    /// <summary>How many of those had to be divided.</summary>
    public int DividedSources { get; }

    /// <summary>The share of the figure that came from those, 0 to 1.</summary>
    public double DividedShare { get; }

    /// <summary>
    /// What area and population disagree by, in the indicator's unit of measure; null where there is one way alone.
    /// </summary>
    public double? StandardError { get; }

    /// <summary>The least that the value can be, whatever the true shares are; null where there is none.</summary>
    public double? Lower { get; }

    /// <summary>The most that it can be.</summary>
    public double? Upper { get; }

    /// <summary>Codes of units that belong to it and of which nothing is known.</summary>
    public IReadOnlyList<string> Missing { get; }

    /// <summary>Why there is no value though there is data: extreme_divided, not_additive; else null.</summary>
    public string? ReasonCode { get; }

    /// <summary>In words, in English.</summary>
    public string TextEn { get; }

    /// <summary>In words, in Vietnamese.</summary>
    public string TextVi { get; }
}
