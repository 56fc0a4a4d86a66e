using System.Collections.Immutable;
using Twin.Model.Dimensions;

namespace Twin.Geo.Datasets;

/// <summary>
/// Reads <c>dimensions.csv</c> and <c>dimension-members.csv</c>. A dataset that breaks nothing down has neither.
/// </summary>
internal static class DimensionTable
{
    public const string File = "dimensions.csv";
    public const string MembersFile = "dimension-members.csv";

    private static readonly string[] Columns = ["code", "name_vi", "name_en"];
    private static readonly string[] MemberColumns = ["dimension", "position", "code", "name_vi", "name_en"];

    public static List<Keyed<Dimension>> Read(string directory, ProblemList problems)
    {
        if (!Path.Exists(Path.Combine(directory, File)))
        {
            return [];
        }

        var rows = CsvTable.Read(directory, File, Columns, [], problems);
        var codes = rows.Select(row => row.Optional("code")).OfType<string>().ToHashSet(StringComparer.Ordinal);
        var members = ReadMembers(directory, codes, problems);
        return [.. rows.Select(row => new Keyed<Dimension>(row, ToDimension(row, members)))];
    }

    private static Dimension ToDimension(
        CsvRow row, ILookup<string, (long Position, CodeListItem Member)> members)
    {
        var code = Code(row, "code");
        var list = members[code].OrderBy(one => one.Position).Select(one => one.Member).ToImmutableArray();
        if (list.Length is 0 or > Dimension.MaxMembers)
        {
            row.Report(
                DatasetProblemCodes.InvalidValue,
                $"{code} has {list.Length} members.",
                $"Give it 1 to {Dimension.MaxMembers} rows of {MembersFile}.");
        }

        return new Dimension
        {
            Code = code,
            NameVi = row.Text("name_vi"),
            NameEn = row.Text("name_en"),
            Members = list,
        };
    }

    private static ILookup<string, (long Position, CodeListItem Member)> ReadMembers(
        string directory, HashSet<string> dimensions, ProblemList problems)
    {
        var seen = new HashSet<(string, string)>();
        var members = new List<(string Dimension, long Position, CodeListItem Member)>();
        foreach (var row in CsvTable.Read(directory, MembersFile, MemberColumns, [], problems))
        {
            var dimension = row.Text("dimension");
            var code = Code(row, "code");
            if (!dimensions.Contains(dimension))
            {
                row.Report(
                    DatasetProblemCodes.UnknownReference, $"The dimension '{dimension}' is not in {File}.",
                    "Add the dimension or mend the code.");
            }
            else if (!seen.Add((dimension, code)))
            {
                row.Report(
                    DatasetProblemCodes.DuplicateKey, $"'{dimension} {code}' already stands above.",
                    "Drop one of the rows.");
            }
            else
            {
                var member = new CodeListItem(code, row.Text("name_vi"), row.Text("name_en"));
                members.Add((dimension, row.Count("position") ?? 0, member));
            }
        }

        return members.ToLookup(one => one.Dimension, one => (one.Position, one.Member), StringComparer.Ordinal);
    }

    private static string Code(CsvRow row, string column)
    {
        var text = row.Text(column);
        if (text.Length > 0 && (!Breakdown.IsCode(text) || text.Any(char.IsAsciiLetterLower)))
        {
            row.Invalid(
                column, text, $"Write 1 to {Breakdown.MaxCodeLength} of A-Z, 0-9, '-', '_' and '.'.");
        }

        return text;
    }
}
