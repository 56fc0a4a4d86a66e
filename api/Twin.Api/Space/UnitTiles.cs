using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Globalization;
using Twin.Api.Json;
using Twin.Geo.Tiles;
using Twin.Model.Units;

namespace Twin.Api.Space;

/// <summary>
/// Vector tiles of units, all of them or those of one level, kept as long as their units stand. Safe for any number of
/// threads.
/// </summary>
internal sealed class UnitTiles
{
    /// <summary>The name of the layer.</summary>
    public const string LayerName = "units";

    /// <summary>The attributes and what they are, for those who style them.</summary>
    public static readonly ImmutableArray<KeyValuePair<string, string>> Fields =
    [
        new("code", "String: the code of the General Statistics Office"),
        new("level", "String: city, district or commune"),
        new("kindVi", "String: the Vietnamese word for this kind of unit"),
        new("nameVi", "String: the Vietnamese name"),
        new("nameEn", "String: the English name"),
        new("upperUnit", "String: the code of the unit directly above"),
        new("areaSquareKilometers", "Number: the area, where known"),
        new("population", "Number: the official population, where known"),
        new("schematic", "Boolean: whether the shape is drawn and not surveyed"),
    ];

    private static readonly AdministrativeLevel[] Levels = Enum.GetValues<AdministrativeLevel>();

    private readonly Lazy<VectorTileset> _all;
    private readonly Lazy<VectorTileset>[] _byLevel;
    private readonly ConcurrentDictionary<(AdministrativeLevel? Level, Tile Tile), TileDocument> _kept = [];
    private readonly int _maxKept;

    /// <summary>Takes the units.</summary>
    public UnitTiles(ImmutableArray<UnitFeature> units, int maxKept)
    {
        _maxKept = maxKept;
        _all = new Lazy<VectorTileset>(() => Make(units));
        _byLevel =
        [
            .. Levels.Select(level => new Lazy<VectorTileset>(
                () => Make(units.Where(unit => unit.Unit.Level == level)))),
        ];
    }

    /// <summary>The tile; <c>null</c> where nothing is in it.</summary>
    public TileDocument? Get(AdministrativeLevel? level, Tile tile)
    {
        if (_kept.TryGetValue((level, tile), out var known))
        {
            return known;
        }

        var tileset = level is { } one ? _byLevel[Array.IndexOf(Levels, one)] : _all;
        if (tileset.Value.Encode(tile) is not { } bytes)
        {
            return null;
        }

        var document = new TileDocument(bytes);
        if (_kept.Count >= _maxKept)
        {
            _kept.Clear();
        }

        if (_maxKept > 0)
        {
            _kept[(level, tile)] = document;
        }

        return document;
    }

    private static VectorTileset Make(IEnumerable<UnitFeature> units) => new(
        LayerName,
        // Upper units first: the smaller are drawn over them.
        units.OrderBy(unit => unit.Unit.Level).ThenBy(unit => unit.Unit.Code)
            .Select(unit => new TileFeature(NumberOf(unit.Unit.Code), unit.Shape, [.. Attributes(unit)])));

    private static IEnumerable<KeyValuePair<string, TileValue>> Attributes(UnitFeature feature)
    {
        var unit = feature.Unit;
        yield return Text("code", unit.Code.Value);
        yield return Text("level", EnumWords<AdministrativeLevel>.Of(unit.Level));
        yield return Text("kindVi", unit.KindVi);
        yield return Text("nameVi", unit.NameVi);
        yield return Text("nameEn", unit.NameEn);
        if (unit.UpperUnit is { } upper)
        {
            yield return Text("upperUnit", upper.Value);
        }

        if (unit.AreaSquareKilometers is { } area)
        {
            yield return new("areaSquareKilometers", new TileValue.Number(area));
        }

        if (unit.Population is { } population)
        {
            yield return new("population", new TileValue.Count(population));
        }

        yield return new("schematic", new TileValue.Flag(feature.IsSchematic));
    }

    private static KeyValuePair<string, TileValue> Text(string name, string value) =>
        new(name, new TileValue.Text(value));

    /// <summary>Tiles number their features; a code that is no number, or starts with zeros, has none.</summary>
    private static ulong? NumberOf(AdministrativeUnitCode code) =>
        ulong.TryParse(code.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        && !code.Value.StartsWith('0')
            ? number
            : null;
}
