using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;
using Twin.Api.Problems;
using Twin.Model;

namespace Twin.Api.Exchange.Imports;

/// <summary>
/// Reads a mapping file. A member that is not known is refused: a misspelt one would vanish silently.
/// </summary>
[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web,
    UseStringEnumConverter = true,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ImportMapping))]
internal sealed partial class ImportJson : JsonSerializerContext
{
    private const string Hint =
        "A mapping is a JSON object such as {\"unit\":{\"column\":\"Mã xã\"},\"period\":{\"value\":\"2025-06\"},"
        + "\"values\":[{\"indicator\":\"FIBER-HOUSEHOLDS\",\"value\":\"Số hộ có cáp\",\"denominator\":\"Số hộ\"}]}.";

    /// <summary>Reads a mapping, or says why it is none.</summary>
    public static bool TryRead(
        ReadOnlySpan<byte> json,
        [NotNullWhen(true)] out ImportMapping? mapping,
        [NotNullWhen(false)] out Refusal? refusal)
    {
        mapping = null;
        try
        {
            mapping = JsonSerializer.Deserialize(json, Default.ImportMapping);
        }
        catch (JsonException exception)
        {
            var (line, place) = (exception.LineNumber + 1, exception.BytePositionInLine + 1);
            refusal = Invalid(FormattableString.Invariant(
                $"The mapping cannot be read at line {line}, place {place}."));
            return false;
        }

        mapping = mapping is null ? null : Fill(mapping);
        refusal = mapping is null ? Invalid("The mapping is null.") : Check(mapping);
        return refusal is null;
    }

    /// <summary>Generated readers set a list that is left out to none at all, whatever its default.</summary>
    private static ImportMapping Fill(ImportMapping mapping) => mapping with
    {
        Values = mapping.Values.IsDefault ? [] : mapping.Values,
        IgnoreRows = mapping.IgnoreRows.IsDefault ? [] : mapping.IgnoreRows,
    };

    private static Refusal? Check(ImportMapping mapping)
    {
        if (mapping.HeaderLine is < 1)
        {
            return Invalid("The header line cannot be below 1.");
        }

        if (mapping.Values.Length > Imports.ImportMapping.MaxValues)
        {
            return Invalid(FormattableString.Invariant(
                $"A line makes {Imports.ImportMapping.MaxValues} values at most, not {mapping.Values.Length}."));
        }

        var fields = new (string Name, ImportField? Field)[]
        {
            ("unit", mapping.Unit), ("unitName", mapping.UnitName), ("indicator", mapping.Indicator),
            ("period", mapping.Period), ("status", mapping.Status), ("resultTime", mapping.ResultTime),
            ("source", mapping.Source),
        };
        foreach (var (name, field) in fields)
        {
            if (field is not null && field.Column is null == field.Value is null)
            {
                return Invalid($"'{name}' must have either a column or a value.");
            }
        }

        return mapping switch
        {
            { Unit: not null, UnitName: not null } => Invalid("'unit' and 'unitName' cannot both be there."),
            _ when mapping.Values.Any(value => value is null || string.IsNullOrWhiteSpace(value.Value)) =>
                Invalid("Each entry of 'values' must name the column 'value'."),
            _ when mapping.IgnoreRows.Any(
                row => row is null || string.IsNullOrWhiteSpace(row.Column) || row.Is.IsDefaultOrEmpty) =>
                Invalid("Each entry of 'ignoreRows' must have 'column' and 'is'."),
            _ => null,
        };
    }

    private static Refusal Invalid(string detail) => new(ProblemCodes.InvalidMapping, detail, Hint);
}
