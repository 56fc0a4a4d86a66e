using System.Collections.Immutable;
using System.Runtime.InteropServices;
using NetTopologySuite.Geometries;
using NetTopologySuite.IO;
using Twin.Geo.Formats;
using Twin.Model.Units;

namespace Twin.Geo.Datasets;

/// <summary>Reads the boundary files that <c>dataset.json</c> lists.</summary>
internal static class BoundaryReader
{
    /// <summary>The files that the manifest names; entries that lack something are reported.</summary>
    public static ImmutableArray<BoundaryFile> Files(
        IReadOnlyList<DatasetManifest.ManifestBoundaries?> entries, ProblemList problems)
    {
        var files = new List<BoundaryFile>();
        foreach (var entry in entries)
        {
            if (entry is not { File: { } file, ValidFrom: { } from })
            {
                problems.Add(
                    DatasetManifest.File, 0, DatasetProblemCodes.MissingValue,
                    $"The boundaries entry '{entry?.File}' lacks file or validFrom.", "Add both members.");
            }
            else if (!string.Equals(Path.GetFileName(file), file, StringComparison.Ordinal))
            {
                problems.Add(
                    DatasetManifest.File, 0, DatasetProblemCodes.InvalidValue,
                    $"The boundaries file '{file}' lies outside the folder of the dataset.", "Give its name alone.");
            }
            else
            {
                files.Add(new BoundaryFile(file, from, entry.ValidTo, entry.IsSchematic));
            }
        }

        return [.. files.OrderBy(f => f.ValidFrom)];
    }

    /// <summary>The shapes of those files.</summary>
    public static ImmutableArray<BoundarySet> Read(
        string directory, ImmutableArray<BoundaryFile> files, AdministrativeTree tree, ProblemList problems) =>
    [
        .. files.Select(f => new BoundarySet(
            f.File, f.ValidFrom, f.ValidTo, f.IsSchematic, ReadFile(directory, f.File, f.ValidFrom, tree, problems))),
    ];

    private static ImmutableArray<UnitBoundary> ReadFile(
        string directory, string file, DateOnly date, AdministrativeTree tree, ProblemList problems)
    {
        var path = Path.Combine(directory, file);
        var info = new FileInfo(path);
        if (!info.Exists)
        {
            problems.Add(
                file, 0, DatasetProblemCodes.MissingFile, $"There is no {file} in the folder of the dataset.",
                "Build schematic boundaries, or drop the entry from dataset.json.");
            return [];
        }

        if (info.Length > DatasetReader.MaxFileBytes)
        {
            problems.Add(
                file, 0, DatasetProblemCodes.FileTooLarge, $"{file} has {info.Length} bytes.",
                $"At most {DatasetReader.MaxFileBytes} bytes are read.");
            return [];
        }

        if (!GeoJsonFeatureReader.TryRead(File.ReadAllBytes(path), out var features, out var refusal))
        {
            problems.Add(file, 0, DatasetProblemCodes.MalformedJson, refusal.Detail, refusal.Hint);
            return [];
        }

        return ToUnits(file, date, features, tree, problems);
    }

    private static ImmutableArray<UnitBoundary> ToUnits(
        string file,
        DateOnly date,
        ImmutableArray<GeoJsonFeature> features,
        AdministrativeTree tree,
        ProblemList problems)
    {
        var drawn = new Dictionary<AdministrativeUnitCode, UnitBoundary>();
        var writer = new WKBWriter();
        foreach (var feature in features)
        {
            var text = feature.Property("code") is { ValueKind: System.Text.Json.JsonValueKind.String } code
                ? code.GetString()
                : null;
            if (!AdministrativeUnitCode.TryParse(text, out var unitCode) || tree.Find(unitCode, date) is not { } unit)
            {
                problems.Add(
                    file, 0, DatasetProblemCodes.UnknownReference, $"The code '{text}' is no unit on {date:O}.",
                    $"Mend the code or add the unit to {UnitTable.File}.");
            }
            else if (feature.Geometry is not (Polygon or MultiPolygon))
            {
                problems.Add(
                    file, 0, DatasetProblemCodes.InvalidValue,
                    $"The geometry of {unitCode} is a {feature.Geometry?.GeometryType ?? "null"}.",
                    "Give a Polygon or MultiPolygon.");
            }
            else if (!drawn.TryAdd(unitCode, ToBoundary(unit, writer.Write(feature.Geometry))))
            {
                problems.Add(
                    file, 0, DatasetProblemCodes.DuplicateKey, $"The unit {unitCode} is drawn twice.", "Drop one.");
            }
        }

        foreach (var unit in tree.On(date).Units.Where(u => !drawn.ContainsKey(u.Code)))
        {
            problems.Add(
                file, 0, DatasetProblemCodes.MissingValue, $"The unit {unit.Code} of {date:O} is not drawn.",
                "Add a feature with its code.");
        }

        return [.. drawn.Values.OrderBy(u => u.Level).ThenBy(u => u.Code)];
    }

    private static UnitBoundary ToBoundary(AdministrativeUnit unit, byte[] wkb) =>
        new(unit.Code, unit.Level, ImmutableCollectionsMarshal.AsImmutableArray(wkb));
}
