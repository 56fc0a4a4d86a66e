using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;
using NetTopologySuite.Geometries;
using NetTopologySuite.Operation.Valid;
using Twin.Api.Problems;
using Twin.Geo.Coordinates;
using Twin.Geo.Formats;
using Twin.Geo.Geodesy;
using Twin.Geo.Repair;
using Twin.Model;

namespace Twin.Api.Space;

/// <summary>Reads the area of a request, in CRS84. Stateless.</summary>
internal static class AreaReader
{
    /// <summary>The most positions of a drawn or uploaded geometry.</summary>
    public const int MaxPositions = 10_000;

    /// <summary>The most bytes of a body with a geometry: enough for as many positions.</summary>
    public const int MaxBodyBytes = 1 << 20;

    private const string Hint = "Give a GeoJSON Polygon or MultiPolygon, or any geometry with radiusMeters.";

    /// <summary>Reads the area, or says why there is none.</summary>
    public static bool TryRead(
        AreaRequest request, [NotNullWhen(true)] out Geometry? area, [NotNullWhen(false)] out Refusal? refusal)
    {
        area = null;
        return TryReadGeometry(request.Geometry, request.Crs, out var geometry, out refusal)
            && TryMakeArea(geometry, request.RadiusMeters, out area, out refusal);
    }

    /// <summary>Reads a geometry of a reference system in CRS84, or says why there is none.</summary>
    public static bool TryReadGeometry(
        JsonElement? given,
        string? crs,
        [NotNullWhen(true)] out Geometry? geometry,
        [NotNullWhen(false)] out Refusal? refusal)
    {
        geometry = null;
        try
        {
            refusal = Read(given, crs, out geometry);
        }
        catch (Exception error) when (error is FormatException or ArgumentException or InvalidOperationException)
        {
            // What is no geometry, or lies outside its reference system.
            refusal = Refuse(error.Message);
        }

        return refusal is null;
    }

    /// <summary>The inside of a geometry, or everything within a distance of it; or why there is neither.</summary>
    public static bool TryMakeArea(
        Geometry geometry,
        double? radiusMeters,
        [NotNullWhen(true)] out Geometry? area,
        [NotNullWhen(false)] out Refusal? refusal)
    {
        area = null;
        refusal = null;
        if (radiusMeters is { } radius)
        {
            if (!GeodesicBuffer.TryMake(geometry, radius, out area, out var why))
            {
                refusal = new Refusal(ProblemCodes.InvalidRequest, why.Detail, why.Hint);
                return false;
            }

            return true;
        }

        if (geometry is not (Polygon or MultiPolygon))
        {
            refusal = Refuse($"A {geometry.GeometryType} has no inside.");
            return false;
        }

        var check = new IsValidOp(geometry);
        if (!check.IsValid)
        {
            refusal = Refuse($"The geometry is not valid: {check.ValidationError}.");
            return false;
        }

        area = geometry;
        return true;
    }

    private static Refusal? Read(JsonElement? given, string? crs, out Geometry? geometry)
    {
        geometry = null;
        var system = CoordinateReferenceSystems.Crs84;
        if (crs is { } uri && !CoordinateReferenceSystems.TryFind(uri, out system))
        {
            return Refuse($"The crs '{Refusals.Shown(uri)}' is not known.");
        }

        if (given is not { ValueKind: JsonValueKind.Object } element)
        {
            return Refuse("There is no geometry.");
        }

        var read = GeoJsonFeatureReader.ReadGeometry(element);
        if (read.NumPoints > MaxPositions)
        {
            return new Refusal(
                ProblemCodes.TooLarge,
                "The geometry has too many positions.",
                string.Create(CultureInfo.InvariantCulture, $"Draw it with at most {MaxPositions}."));
        }

        if (read.IsEmpty)
        {
            return Refuse("The geometry is empty.");
        }

        geometry = system.ToCrs84(read);
        return LongSides.AreIn(geometry)
            ? new Refusal(ProblemCodes.InvalidRequest, LongSides.Detail, LongSides.Hint)
            : null;
    }

    private static Refusal Refuse(string detail) => new(ProblemCodes.InvalidRequest, detail, Hint);
}
