using System.Globalization;
using Twin.Geo.Coordinates;

namespace Twin.Geo.Formats;

/// <summary>
/// Reads the features of a map file, one at a time and once, in CRS84. What is wrong with one feature is told with it;
/// what is wrong with the file is thrown as <see cref="MapFileException"/>. For one thread.
/// </summary>
/// <param name="options">How to read it.</param>
public abstract class MapFileReader(MapReadOptions options) : IDisposable
{
    /// <summary>The form of the file.</summary>
    public abstract MapFormat Format { get; }

    /// <summary>What the file says of its reference system; <c>null</c> where it says nothing.</summary>
    public virtual string? DeclaredCrs => null;

    /// <summary>How it is read.</summary>
    protected MapReadOptions Options => options;

    /// <summary>What the format means where the file says nothing; <c>null</c> where that is not laid down.</summary>
    protected virtual CoordinateReferenceSystem? DefaultCrs => null;

    /// <summary>
    /// The reference system that the features are read from: the one asked for, else the file's own. Throws where
    /// there is none, or none that is known.
    /// </summary>
    public CoordinateReferenceSystem FindCrs()
    {
        if (options.Crs is { } asked)
        {
            return asked;
        }

        if (DeclaredCrs is not { } declared)
        {
            return DefaultCrs ?? throw new MapFileException(
                "unknown_crs", "The file does not say which reference system it is in.",
                "State it, such as EPSG:3405 for VN-2000 / UTM zone 48N.");
        }

        return CrsText.TryParse(declared, out var found) ? found : throw new MapFileException(
            "unknown_crs",
            $"The file's reference system '{Cut(declared)}' is not one that is read.",
            "Where it is one of those by another name, state it, such as EPSG:3405; else reproject the file.");
    }

    /// <summary>
    /// The first features that can be read, as the file has them: for a look at their properties where nobody has said
    /// yet which reference system they are in. Instead of <see cref="Read"/>, not before it.
    /// </summary>
    public IEnumerable<GeoJsonFeature> Peek(int count) =>
        ReadFeatures().Take(count).Select(one => one.Feature).OfType<GeoJsonFeature>();

    /// <summary>The features, in the order of the file.</summary>
    public IEnumerable<MapFeature> Read()
    {
        var crs = FindCrs();
        var vertices = 0L;
        var features = 0;
        foreach (var feature in ReadFeatures())
        {
            if (++features > options.MaxFeatures)
            {
                throw TooMany("features", options.MaxFeatures);
            }

            vertices += feature.Feature?.Geometry?.NumPoints ?? 0;
            if (vertices > options.MaxVerticesInAll)
            {
                throw TooMany("vertices", options.MaxVerticesInAll);
            }

            yield return ToCrs84(feature, crs);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Dispose(isDisposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>The features in the reference system of the file, east before north.</summary>
    protected abstract IEnumerable<MapFeature> ReadFeatures();

    /// <summary>Lets go of the file.</summary>
    protected virtual void Dispose(bool isDisposing)
    {
        // Most hold nothing.
    }

    /// <summary>A text short enough to show.</summary>
    private protected static string Cut(string text) => text.Length <= 80 ? text : text[..80] + "…";

    private static MapFileException TooMany(string what, long limit) => new(
        "file_too_large",
        string.Create(CultureInfo.InvariantCulture, $"The file has more than {limit} {what}."),
        "Cut it into several files.");

    private static MapFeature ToCrs84(MapFeature feature, CoordinateReferenceSystem crs)
    {
        if (feature.Feature is not { Geometry: { IsEmpty: false } geometry } read)
        {
            return feature;
        }

        try
        {
            return feature with
            {
                Feature = read with { Geometry = MapCoordinates.ToCrs84(geometry, crs) },
                Notes = [.. feature.Notes.Select(note => MapCoordinates.ToCrs84(note, crs))],
            };
        }
        catch (FormatException exception)
        {
            return MapFeature.Refused(
                feature.Number, feature.Line, "coordinates_outside", exception.Message,
                "State the reference system that the coordinates are in, and east before north.");
        }
    }
}
