using System.Collections.Immutable;
using System.Globalization;
using Twin.Api.Places;
using Twin.Api.Problems;
using Twin.Api.Text;
using Twin.Geo.Formats;
using Twin.Geo.Repair;
using Twin.Model;
using Twin.Model.Places;

namespace Twin.Api.Exchange.Maps;

/// <summary>Makes places of the features of a map file. For one thread.</summary>
/// <param name="schema">What places of the layer are like.</param>
/// <param name="mapping">Which properties hold what.</param>
/// <param name="day">The first day of places that do not say theirs.</param>
internal sealed class PlaceDraft(PlaceSchema schema, MapMapping mapping, DateOnly day)
{
    private const string ValidFrom = "validFrom";
    private const string Kind = "kind";
    private const string NameEn = "nameEn";

    private readonly List<Place> _places = [];
    private readonly List<MapFeature> _sources = [];
    private readonly List<UnmatchedFeatureAnswer> _rejected = [];
    private readonly List<MapRepairAnswer> _repairs = [];

    /// <summary>How many features the file has.</summary>
    public int Features { get; private set; }

    /// <summary>The places.</summary>
    public IReadOnlyList<Place> Places => _places;

    /// <summary>The features that are left out.</summary>
    public IReadOnlyList<UnmatchedFeatureAnswer> Rejected => _rejected;

    /// <summary>What was wrong with shapes.</summary>
    public IReadOnlyList<MapRepairAnswer> Repairs => _repairs;

    /// <summary>Reads the file to its end; throws where it cannot be read.</summary>
    public void Read(MapFileReader reader, CancellationToken cancellationToken)
    {
        foreach (var read in reader.Read())
        {
            cancellationToken.ThrowIfCancellationRequested();
            Features++;
            if (read.Feature is not { } feature)
            {
                Reject(read, read.Problem!); // One of the two is there.
                continue;
            }

            var (place, refusals) = ToPlace(read, feature);
            if (place is not null)
            {
                _places.Add(place);
                _sources.Add(read);
            }
            else
            {
                foreach (var refusal in refusals)
                {
                    Reject(read, refusal);
                }
            }
        }
    }

    /// <summary>Adds what the store has refused.</summary>
    public void Reject(IEnumerable<RefusedPlace> refused)
    {
        foreach (var one in refused)
        {
            Reject(_sources[one.Index], one.Refusal);
        }
    }

    private static Refusal Invalid(string detail, string hint) => new("invalid_place", detail, hint);

    // Yes and no as tables have them, and numbers with a comma.
    private static string Plain(PlacePropertyType type, string text) => type switch
    {
        PlacePropertyType.Flag => text.ToUpperInvariant() switch
        {
            "1" or "TRUE" or "YES" or "Y" or "CÓ" or "CO" or "X" => "true",
            "0" or "FALSE" or "NO" or "N" or "KHÔNG" or "KHONG" => "false",
            _ => text,
        },
        PlacePropertyType.Number when DecimalText.TryRead(text, out var number) =>
            number.ToString("R", CultureInfo.InvariantCulture),
        PlacePropertyType.Day when DateOnly.TryParseExact(
            text, ["dd/MM/yyyy", "d/M/yyyy"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) =>
            date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        PlacePropertyType.Texts => text.Replace(',', ';'),
        _ => text,
    };

    private void Reject(MapFeature read, Refusal refusal) => _rejected.Add(new UnmatchedFeatureAnswer(
        read.Number,
        read.Line,
        read.Feature is { } feature && FeatureNames.Name(feature, mapping.Name) is { } name
            ? Refusals.Shown(name)
            : null,
        refusal.Code,
        refusal.Detail,
        refusal.Hint));

    private (Place? Place, ImmutableArray<Refusal> Refusals) ToPlace(MapFeature read, GeoJsonFeature feature)
    {
        var text = FeatureNames.Code(feature, mapping.Code);
        if (!PlaceId.TryParse(text, out var id))
        {
            return (null, [Invalid(
                $"The id cannot be '{Refusals.Shown(text ?? string.Empty)}'.",
                "Use 1 to 64 letters, digits or hyphens, and name their property as code in the mapping.")]);
        }

        if (!TryReadDay(feature, out var from))
        {
            return (null, [Invalid(
                $"The first day cannot be '{Refusals.Shown(Value(feature, ValidFrom) ?? string.Empty)}'.",
                "Use a day such as 2024-12-31.")]);
        }

        var (shape, notes) = feature.Geometry is { } geometry
            ? ShapeRepair.Repair(geometry)
            : (null, [new RepairNote(RepairKind.Empty, 1, null, 0)]);
        _repairs.AddRange(read.Notes.Concat(notes).Select(
            note => MapRepairAnswer.Of(note, [], read.Number)));
        if (shape is null)
        {
            return (null, [Invalid("The feature has no geometry, or nothing is left of it.", "Draw it.")]);
        }

        return PlaceRules.Check(new Place
        {
            Layer = schema.Layer,
            Id = id,
            NameVi = FeatureNames.Name(feature, mapping.Name) ?? id.Value,
            NameEn = Value(feature, NameEn),
            Kind = KindOf(Value(feature, Kind) ?? string.Empty),
            Geometry = PlaceGeometries.Write(shape),
            Properties =
            [
                .. schema.Properties.Select(one => (one, Text: Value(feature, one.Name)))
                    .Where(pair => pair.Text is not null)
                    .Select(pair => new PlaceProperty(
                        pair.one.Name, Plain(pair.one.Type, pair.Text ?? string.Empty))),
            ],
            ValidFrom = from,
        });
    }

    // By its code, or by its name as people write it.
    private string KindOf(string text)
    {
        var folded = FoldedText.Fold(text);
        return schema.Kinds.FirstOrDefault(kind =>
            FoldedText.Fold(kind.NameVi).Equals(folded, StringComparison.Ordinal)
            || FoldedText.Fold(kind.NameEn).Equals(folded, StringComparison.Ordinal))?.Code ?? text;
    }

    private bool TryReadDay(GeoJsonFeature feature, out DateOnly from)
    {
        from = day;
        return Value(feature, ValidFrom) is not { } text || DateOnly.TryParseExact(
            Plain(PlacePropertyType.Day, text), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None,
            out from);
    }

    private string? Value(GeoJsonFeature feature, string name) =>
        FeatureNames.Text(feature.Property(mapping.Properties?.GetValueOrDefault(name) ?? name))
        ?? mapping.Defaults?.GetValueOrDefault(name);
}
