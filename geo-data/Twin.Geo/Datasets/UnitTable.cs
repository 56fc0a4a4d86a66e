using Twin.Model.Space;
using Twin.Model.Units;

namespace Twin.Geo.Datasets;

/// <summary>Reads <c>units.csv</c>: one row for each version of a unit.</summary>
internal static class UnitTable
{
    public const string File = "units.csv";

    private static readonly string[] Required =
    [
        "code", "level", "kind_vi", "name_vi", "name_ascii", "name_en", "upper_unit", "valid_from", "valid_to",
        "area_km2", "population", "longitude", "latitude",
    ];

    // Where a figure comes from, for readers of the table; the census of 2009 is no figure of today.
    private static readonly string[] Optional = ["area_source", "population_source", "population_2009"];

    public static List<Keyed<AdministrativeUnit>> Read(string directory, ProblemList problems) =>
    [
        .. CsvTable.Read(directory, File, Required, Optional, problems)
            .Select(row => new Keyed<AdministrativeUnit>(row, ToUnit(row))),
    ];

    /// <summary>The level of a word such as <c>commune</c>.</summary>
    public static AdministrativeLevel Level(CsvRow row, string column) => row.Choice(
        column,
        ("country", AdministrativeLevel.Country),
        ("city", AdministrativeLevel.City),
        ("district", AdministrativeLevel.District),
        ("commune", AdministrativeLevel.Commune),
        ("neighbourhood", AdministrativeLevel.Neighbourhood));

    private static AdministrativeUnit ToUnit(CsvRow row)
    {
        var unit = new AdministrativeUnit
        {
            Code = row.RequiredUnitCode("code"),
            Level = Level(row, "level"),
            KindVi = row.Text("kind_vi"),
            NameVi = row.Text("name_vi"),
            NameAscii = row.Text("name_ascii"),
            NameEn = row.Text("name_en"),
            UpperUnit = row.UnitCode("upper_unit"),
            ValidFrom = row.RequiredDate("valid_from"),
            ValidTo = row.Date("valid_to"),
            AreaSquareKilometers = row.Number("area_km2", minimum: 0),
            Population = row.Count("population"),
            Centroid = Centroid(row),
        };
        row.Count("population_2009");
        if (unit.ValidTo < unit.ValidFrom)
        {
            row.Invalid("valid_to", row.Text("valid_to"), "It must not lie before valid_from.");
        }

        return unit;
    }

    private static GeoPosition? Centroid(CsvRow row)
    {
        var (longitude, latitude) = (row.Number("longitude", -180, 180), row.Number("latitude", -90, 90));
        if (longitude is { } east && latitude is { } north)
        {
            return new GeoPosition(east, north);
        }

        if (longitude is null != latitude is null)
        {
            row.Report(
                DatasetProblemCodes.MissingValue, "Only one of longitude and latitude is given.", "Give both or none.");
        }

        return null;
    }
}
