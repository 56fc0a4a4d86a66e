using System.Globalization;
using Twin.Api.Requests;
using Twin.Geo.Coordinates;
using Twin.Model.Space;

namespace Twin.Api.Space;

/// <summary>The query parameters about places, and how they are read.</summary>
internal static class SpaceParameters
{
    public static readonly QueryParameter Coordinates = new(
        "coordinates", "Two numbers with a comma between, in the order of the axes of crs.")
    {
        IsRequired = true,
        Example = "106.68,20.86",
    };

    public static readonly QueryParameter Crs = new("crs", "The URI of a reference system; CRS84 by default.")
    {
        Format = "uri",
        Example = "http://www.opengis.net/def/crs/EPSG/0/3405",
    };

    private const string CrsHint =
        "Use the URI of one of the systems that /ogc/collections lists, such as "
        + "http://www.opengis.net/def/crs/EPSG/0/3405.";

    // The longest of our URIs has 45 characters.
    private const int MaxUriLength = 200;

    /// <summary>A reference system; CRS84 where none is given.</summary>
    public static CoordinateReferenceSystem ReadCrs(this QueryReader query, string name = "crs")
    {
        if (query.Text(name, MaxUriLength) is { } uri)
        {
            if (CoordinateReferenceSystems.TryFind(uri, out var system))
            {
                return system;
            }

            query.Refuse(name, CrsHint);
        }

        return CoordinateReferenceSystems.Crs84;
    }

    /// <summary>A position in a reference system.</summary>
    public static GeoPosition ReadCoordinates(this QueryReader query, CoordinateReferenceSystem system)
    {
        var hint = $"{system.Name}: {system.AxesHint}, as in {Coordinates.Name}=a,b; decimals with a point.";
        var text = query.Text(Coordinates.Name);
        query.Require(Coordinates.Name, text is not null, hint);
        if (text is not null)
        {
            if (TryReadNumbers(text, out var numbers) && numbers is [var first, var second]
                && system.TryToCrs84(first, second, out var position))
            {
                return position;
            }

            query.Refuse(Coordinates.Name, hint);
        }

        return default;
    }

    /// <summary>Numbers with commas between; false where one is none, or is not finite.</summary>
    public static bool TryReadNumbers(string text, out double[] numbers)
    {
        var parts = text.Split(',');
        numbers = new double[parts.Length];
        for (var i = 0; i < parts.Length; i++)
        {
            if (!double.TryParse(parts[i], NumberStyles.Float, CultureInfo.InvariantCulture, out numbers[i])
                || !double.IsFinite(numbers[i]))
            {
                return false;
            }
        }

        return true;
    }
}
