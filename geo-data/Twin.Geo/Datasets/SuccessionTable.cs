using Twin.Model.Units;

namespace Twin.Geo.Datasets;

/// <summary>Reads <c>successions.csv</c> and <c>area-shares.csv</c>.</summary>
internal static class SuccessionTable
{
    public const string File = "successions.csv";
    public const string SharesFile = "area-shares.csv";

    private static readonly string[] Columns = ["date", "predecessor", "successor", "extent", "area_share", "basis"];
    private static readonly string[] ShareColumns =
        ["predecessor_date", "date", "predecessor", "successor", "area_share"];

    public static List<Keyed<Succession>> Read(string directory, ProblemList problems) =>
    [
        .. CsvTable.Read(directory, File, Columns, [], problems).Select(row => new Keyed<Succession>(
            row,
            new Succession(
                row.RequiredDate("date"),
                row.RequiredUnitCode("predecessor"),
                row.RequiredUnitCode("successor"),
                row.Choice("extent", ("whole", true), ("part", false)),
                row.Number("area_share", 0, 1),
                row.Choice(
                    "basis", ("official", "official"), ("inferred", "inferred"), ("overlay", "overlay"))))),
    ];

    public static List<Keyed<AreaShare>> ReadShares(string directory, ProblemList problems) =>
    [
        .. CsvTable.Read(directory, SharesFile, ShareColumns, [], problems).Select(row => new Keyed<AreaShare>(
            row,
            new AreaShare(
                row.RequiredDate("predecessor_date"),
                row.RequiredDate("date"),
                row.RequiredUnitCode("predecessor"),
                row.RequiredUnitCode("successor"),
                row.RequiredNumber("area_share", 0, 1)))),
    ];
}
