using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Twin.Api.Problems;
using Twin.Api.Text;
using Twin.Model;

namespace Twin.Api.Exchange.Imports;

/// <summary>A mapping set against the header of a table: places of columns instead of their names.</summary>
internal sealed record ImportPlan
{
    /// <summary>A column that a field does not come from.</summary>
    public const int NoColumn = -1;

    private const int MaxColumnsShown = 12;

    /// <summary>The line of the header.</summary>
    public required int HeaderLine { get; init; }

    /// <summary>The unit's code.</summary>
    public required Place Unit { get; init; }

    /// <summary>The unit's name.</summary>
    public required Place UnitName { get; init; }

    /// <summary>The indicator's code.</summary>
    public required Place Indicator { get; init; }

    /// <summary>The time period.</summary>
    public required Place Period { get; init; }

    /// <summary>The observation status.</summary>
    public required Place Status { get; init; }

    /// <summary>When the values were produced.</summary>
    public required Place ResultTime { get; init; }

    /// <summary>Where they come from.</summary>
    public required Place Source { get; init; }

    /// <summary>The numbers.</summary>
    public required ImmutableArray<Numbers> Values { get; init; }

    /// <summary>The folded texts that make a line one to pass over, by column.</summary>
    public required ImmutableArray<(int Column, ImmutableHashSet<string> Texts)> Ignored { get; init; }

    /// <summary>Sets a mapping against a header, or says what does not fit.</summary>
    public static bool TryMake(
        ImportMapping mapping,
        TableHeader header,
        [NotNullWhen(true)] out ImportPlan? plan,
        [NotNullWhen(false)] out Refusal? refusal)
    {
        var columns = new Columns(header);
        plan = new ImportPlan
        {
            HeaderLine = header.Line,
            Unit = columns.Of(mapping.Unit),
            UnitName = columns.Of(mapping.UnitName),
            Indicator = columns.Of(mapping.Indicator),
            Period = columns.Of(mapping.Period),
            Status = columns.Of(mapping.Status),
            ResultTime = columns.Of(mapping.ResultTime),
            Source = columns.Of(mapping.Source),
            Values =
            [
                .. mapping.Values.Select(value => new Numbers(
                    columns.Of(value.Value),
                    value.Value,
                    value.Denominator is { } denominator ? columns.Of(denominator) : NoColumn,
                    value.Denominator,
                    value.Indicator,
                    value.Period)),
            ],
            Ignored =
            [
                .. mapping.IgnoreRows.Select(row => (
                    columns.Of(row.Column),
                    row.Is.Select(FoldedText.Fold).ToImmutableHashSet(StringComparer.Ordinal))),
            ],
        };
        refusal = columns.Missing is { } missing ? Unknown(missing, header) : Complete(plan);
        return refusal is null;
    }

    private static Refusal? Complete(ImportPlan plan)
    {
        var missing = plan switch
        {
            { Unit.IsThere: false, UnitName.IsThere: false } => "the unit: 'unit' (its code) or 'unitName'",
            { Values.IsEmpty: true } => "the numbers: 'values'",
            { Indicator.IsThere: false } when plan.Values.Any(value => value.Indicator is null) =>
                "the indicator: 'indicator', or one for each of 'values'",
            { Period.IsThere: false } when plan.Values.Any(value => value.Period is null) =>
                "the time period: 'period', or one for each of 'values'",
            _ => null,
        };
        return missing is null
            ? null
            : new Refusal(
                ProblemCodes.InvalidMapping,
                $"Nothing says where to find {missing}.",
                "Name the columns in a mapping; POST /v1/imports/inspection shows those of the file.");
    }

    private static Refusal Unknown(string column, TableHeader header)
    {
        var known = header.Names.Where(name => name.Length > 0).Take(MaxColumnsShown)
            .Select(name => $"'{Refusals.Shown(name)}'");
        return new Refusal(
            ProblemCodes.InvalidMapping,
            FormattableString.Invariant($"Line {header.Line} has no column '{Refusals.Shown(column)}'."),
            $"Its columns are {string.Join(", ", known)}. Another line may hold the names: say it as 'headerLine'.");
    }

    /// <summary>Where a text comes from.</summary>
    /// <param name="Column">The column's place, or <see cref="NoColumn"/>.</param>
    /// <param name="Value">The text of every line, where it is no column.</param>
    internal readonly record struct Place(int Column, string? Value)
    {
        public bool IsThere => Column >= 0 || Value is not null;
    }

    /// <summary>The columns of one observation of a line.</summary>
    internal sealed record Numbers(
        int Value, string ValueName, int Denominator, string? DenominatorName, string? Indicator, string? Period);

    /// <summary>Finds columns by name, and remembers the first that is not there.</summary>
    private sealed class Columns(TableHeader header)
    {
        public string? Missing { get; private set; }

        public Place Of(ImportField? field) => field switch
        {
            null => new Place(NoColumn, null),
            { Column: { } column } => new Place(Of(column), null),
            _ => new Place(NoColumn, field.Value),
        };

        public int Of(string name)
        {
            var place = header.Find(name);
            if (place < 0)
            {
                Missing ??= name;
            }

            return place;
        }
    }
}
