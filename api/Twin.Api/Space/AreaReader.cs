using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using NetTopologySuite.Geometries;
using NetTopologySuite.Operation.Valid;
using Twin.Api.Problems;
using Twin.Geo.Coordinates;
using Twin.Geo.Formats;
using Twin.Geo.Geodesy;
using Twin.Model;

namespace Twin.Api.Space;

/// <summary>Reads the area of a request, in CRS84. Stateless.</summary>
internal static class AreaReader
{
    /// <summary>The most positions of a drawn geometry.</summary>
    public const int MaxPositions = 2_000;

    private const string Hint = "Give a GeoJSON Polygon or MultiPolygon, or any geometry with radiusMeters.";

    /// <summary>Reads the area, or says why there is none.</summary>
    public static bool TryRead(
        AreaRequest request, [NotNullWhen(true)] out Geometry? area, [NotNullWhen(false)] out Refusal? refusal)
    {
        area = null;
        try
        {
            refusal = Read(request, out area);
        }
        catch (Exception error) when (error is FormatException or ArgumentException or InvalidOperationException)
        {
            // What is no geometry, or lies outside its reference system.
            refusal = Refuse(error.Message);
        }

        return refusal is null;
    }

    private static Refusal? Read(AreaRequest request, out Geometry? area)
    {
        area = null;
        var system = CoordinateReferenceSystems.Crs84;
        if (request.Crs is { } uri && !CoordinateReferenceSystems.TryFind(uri, out system))
        {
            return Refuse($"The crs '{Refusals.Shown(uri)}' is not known.");
        }

        if (request.Geometry is not { ValueKind: JsonValueKind.Object } given)
        {
            return Refuse("There is no geometry.");
        }

        var geometry = GeoJsonFeatureReader.ReadGeometry(given);
        if (geometry.NumPoints > MaxPositions)
        {
            return new Refusal(
                ProblemCodes.TooLarge, "The geometry has too many positions.", "Draw it with at most 2000.");
        }

        var located = system.ToCrs84(geometry);
        if (request.RadiusMeters is { } radius)
        {
            if (!GeodesicBuffer.TryMake(located, radius, out area, out var why))
            {
                return new Refusal(ProblemCodes.InvalidRequest, why.Detail, why.Hint);
            }

            return null;
        }

        if (located is not (Polygon or MultiPolygon) || located.IsEmpty)
        {
            return Refuse($"A {located.GeometryType} has no inside.");
        }

        var check = new IsValidOp(located);
        area = located;
        return check.IsValid ? null : Refuse($"The geometry is not valid: {check.ValidationError}.");
    }

    private static Refusal Refuse(string detail) => new(ProblemCodes.InvalidRequest, detail, Hint);
}
