using System.Collections.Immutable;

namespace Twin.Api.Exchange.Imports;

/// <summary>
/// How the columns of a table become observations: what is the same for all observations of a line, and which columns
/// hold the numbers of one each. A line of a wide table makes several.
/// </summary>
internal sealed record ImportMapping
{
    /// <summary>The longest mapping, in bytes of JSON.</summary>
    public const int MaxBytes = 256 << 10;

    /// <summary>The most observations that one line can make.</summary>
    public const int MaxValues = 500;

    /// <summary>The sheet of a workbook; the first by default.</summary>
    public string? Sheet { get; init; }

    /// <summary>The line that names the columns, from 1; found by itself where it is left out.</summary>
    public int? HeaderLine { get; init; }

    /// <summary>What a comma in a number is; told by the numbers themselves where it is left out.</summary>
    public ImportNumbers? Numbers { get; init; }

    /// <summary>The unit's code.</summary>
    public ImportField? Unit { get; init; }

    /// <summary>The unit's name, where the table has no codes.</summary>
    public ImportField? UnitName { get; init; }

    /// <summary>The indicator's code, unless each value names its own.</summary>
    public ImportField? Indicator { get; init; }

    /// <summary>The time period, unless each value names its own.</summary>
    public ImportField? Period { get; init; }

    /// <summary>The observation status.</summary>
    public ImportField? Status { get; init; }

    /// <summary>When the values were produced.</summary>
    public ImportField? ResultTime { get; init; }

    /// <summary>Where they come from.</summary>
    public ImportField? Source { get; init; }

    /// <summary>The numbers: one entry in a long table, several in a wide one.</summary>
    public ImmutableArray<ImportValue> Values { get; init; } = [];

    /// <summary>Lines to pass over, such as totals.</summary>
    public ImmutableArray<ImportIgnore> IgnoreRows { get; init; } = [];
}
