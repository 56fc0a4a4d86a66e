using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Twin.Api.Exchange.Imports;
using Twin.Api.Problems;
using Twin.Model;

namespace Twin.Api.Vessels.Register;

/// <summary>Which columns of a table say what of vessels.</summary>
/// <param name="Sheet">The sheet of a workbook; the first by default.</param>
/// <param name="HeaderLine">The line that names the columns, from 1; found by itself where it is left out.</param>
/// <param name="Columns">The columns by what they say; told by their names where it is left out.</param>
internal sealed record VesselMapping(
    string? Sheet = null, int? HeaderLine = null, IReadOnlyDictionary<string, string>? Columns = null)
{
    private const string Hint =
        "A mapping is a JSON object such as {\"columns\":{\"registrationNumber\":\"Số đăng ký\","
        + "\"lengthMeters\":\"Chiều dài\"}}.";

    /// <summary>Reads a mapping, or says why it is none.</summary>
    public static VesselMapping? Read(ReadOnlySpan<byte> json, JsonSerializerOptions options, out Refusal? refusal)
    {
        try
        {
            var mapping = JsonSerializer.Deserialize<VesselMapping>(json, options);
            refusal = mapping is null or { HeaderLine: < 1 }
                ? Invalid("The mapping is null, or its header line is below 1.")
                : null;
            return refusal is null ? mapping : null;
        }
        catch (JsonException)
        {
            refusal = Invalid("The mapping cannot be read.");
            return null;
        }
    }

    /// <summary>The field of each column of a header, or why there is none.</summary>
    public bool TryPlan(
        TableHeader header,
        [NotNullWhen(true)] out ImmutableArray<VesselField?>? plan,
        [NotNullWhen(false)] out Refusal? refusal)
    {
        plan = null;
        var fields = new VesselField?[header.Names.Length];
        foreach (var (name, column) in Columns ?? new Dictionary<string, string>(StringComparer.Ordinal))
        {
            var place = header.Find(column);
            if (VesselFields.Find(name) is not { } field || place < 0)
            {
                refusal = Invalid(
                    $"'{Refusals.Shown(name)}' is no field, or there is no column '{Refusals.Shown(column)}'.");
                return false;
            }

            fields[place] = field;
        }

        for (var i = 0; Columns is null && i < fields.Length; i++)
        {
            fields[i] = VesselFields.Find(header.Names[i]);
        }

        var known = fields.OfType<VesselField>().ToArray();
        refusal = known switch
        {
            _ when known.Distinct().Count() < known.Length => Invalid("Two columns say the same."),
            _ when !known.Any(field => field is VesselField.Id or VesselField.RegistrationNumber or VesselField.Mmsi) =>
                Invalid("No column says which vessel a line is of."),
            _ => null,
        };
        plan = refusal is null ? ImmutableArray.Create(fields) : null;
        return refusal is null;
    }

    private static Refusal Invalid(string detail) => new(ProblemCodes.InvalidMapping, detail, Hint);
}
