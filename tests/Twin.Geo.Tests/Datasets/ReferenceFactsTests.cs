using System.Globalization;
using System.Text.Json;
using CsvHelper;
using Twin.Model.Units;
using Twin.TestKit;
using Xunit;

namespace Twin.Geo.Tests.Datasets;

/// <summary>Holds our tables against the files that the facts come from, where those are at hand.</summary>
public sealed class ReferenceFactsTests
{
    [SkippableFact]
    public void Communes_of_2024_have_the_codes_names_districts_and_areas_of_the_source()
    {
        var source = Properties("reference/boundaries/haiphong/pre2025_l3_communes.geojson");
        var tree = HaiPhong.Dataset.City.Tree.On(new DateOnly(2024, 12, 31));

        Assert.Equal(217, source.Count);
        Assert.All(source, fact =>
        {
            var unit = tree.Find(HaiPhong.Code(Text(fact, "code")))!;
            Assert.Equal(Text(fact, "name_vi"), unit.NameVi);
            Assert.Equal(Text(fact, "type_vi"), unit.KindVi);
            Assert.EndsWith(Text(fact, "ascii_name"), unit.NameAscii, StringComparison.Ordinal);
            Assert.Equal(Text(fact, "parent_code"), unit.UpperUnit!.Value.Value);
            Assert.Equal(fact.GetProperty("area_km2_geom").GetDouble(), unit.AreaSquareKilometers!.Value, 0.0051);
            Assert.Null(unit.Population);
        });
    }

    [SkippableFact]
    public void Districts_of_2024_are_those_of_the_source()
    {
        var source = Properties("reference/boundaries/haiphong/pre2025_l2_districts.geojson");
        var tree = HaiPhong.Dataset.City.Tree.On(new DateOnly(2024, 12, 31));

        Assert.Equal(15, source.Count);
        Assert.All(source, fact => Assert.Equal(
            (Text(fact, "name_vi"), AdministrativeLevel.District),
            (tree.Find(HaiPhong.Code(Text(fact, "code")))!.NameVi, AdministrativeLevel.District)));
    }

    [SkippableFact]
    public void Units_of_July_2025_have_the_official_areas_and_populations()
    {
        var source = Properties("reference/boundaries/haiphong/post2025_l2_communes.geojson");
        var tree = HaiPhong.Dataset.City.Tree.On(new DateOnly(2025, 7, 1));

        Assert.Equal(114, source.Count);
        Assert.All(source, fact =>
        {
            var unit = tree.Find(HaiPhong.Code(Text(fact, "code")))!;
            Assert.Equal(Text(fact, "name_vi"), unit.NameVi);
            Assert.Equal(fact.GetProperty("area_km2_official").GetDouble(), unit.AreaSquareKilometers!.Value, 1e-9);
            Assert.Equal(fact.GetProperty("population_official").GetInt64(), unit.Population);
        });
    }

    [SkippableTheory]
    [InlineData("2021-11", 2021, 11, 1)]
    [InlineData("2024-11", 2024, 11, 1)]
    [InlineData("2025-03", 2025, 3, 1)]
    public void Names_and_districts_are_those_of_the_code_history(string list, int year, int month, int day)
    {
        var source = Rows("reference/codes/haiphong_gso_commune_codes_history.csv")
            .Where(r => r[$"name_{list}"].Length > 0).ToList();
        var communes = HaiPhong.Dataset.City.Tree.On(new DateOnly(year, month, day)).Units
            .Where(u => u.Level == AdministrativeLevel.Commune)
            .ToDictionary(u => u.Code.Value, StringComparer.Ordinal);

        Assert.Equal(source.Count, communes.Count);
        Assert.All(source, fact =>
        {
            // The ward Cầu Đất was 11353 in the list of 2021-11 alone; see the notes of dataset.json.
            var unit = communes[fact["code"] is "11353" ? "11344" : fact["code"]];
            Assert.Equal(
                (fact[$"name_{list}"], fact[$"district_code_{list}"]), (unit.NameVi, unit.UpperUnit!.Value.Value));
        });
    }

    [SkippableFact]
    public void Official_successions_are_the_rows_of_the_official_table()
    {
        var source = Rows("reference/mapping/haiphong_old_to_new_2025-07-01.csv").Select(r => (
            r["old_code"].Length == 0 ? r["old_district_code"] : r["old_code"], r["new_code"], r["kind"] is "whole"));

        var ours = HaiPhong.Dataset.City.Successions.Where(s => s.Date == new DateOnly(2025, 7, 1))
            .Select(s => (s.Predecessor.Value, s.Successor.Value, s.IsWhole));

        Assert.Equal(source.Order(), ours.Order());
    }

    [SkippableFact]
    public void Area_shares_are_those_of_the_overlay()
    {
        var source = Rows("reference/mapping/haiphong_area_overlay_2024_to_2025.csv")
            .Select(r => (r["old_code_2024"], r["new_code"], Number(r["share_of_old_area"])));

        var ours = HaiPhong.Dataset.AreaShares.Select(s => (s.Predecessor.Value, s.Successor.Value, s.Share));

        Assert.Equal(source.Order(), ours.Order());
    }

    [SkippableFact]
    public void Targets_have_the_values_tiers_and_dates_of_the_source()
    {
        var source = Rows("targets.csv");
        var ours = HaiPhong.Dataset.City.Targets.ToDictionary(t => t.Id, StringComparer.Ordinal);

        Assert.Equal(106, source.Count);
        Assert.All(source, fact =>
        {
            var target = ours[fact["id"]];
            // Lists of cycles ("1;3;12") are in the cadence.
            var isList = fact["value"].Contains(';', StringComparison.Ordinal);
            Assert.Equal(isList ? null : Optional(fact["value"]), target.Value);
            Assert.Equal(Optional(fact["value_max"]), target.ValueMax);
            Assert.Equal(fact["due_date"], target.DueDate?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "");
            Assert.Equal(
                fact["tier"].Replace("province", "city", StringComparison.Ordinal).Split(','), target.Tiers.ToArray());
            Assert.Equal(fact["owner_basis"], target.OwnerBasis);
        });
    }

    [SkippableFact]
    public void Agencies_are_those_of_the_source()
    {
        var source = Rows("agencies.csv");
        var ours = HaiPhong.Dataset.City.Agencies.ToDictionary(a => a.Id, StringComparer.Ordinal);

        Assert.Equal(90, source.Count);
        Assert.All(source, fact =>
        {
            var agency = ours[fact["id"]];
            Assert.Equal(
                (fact["type"], fact["role"], fact["report_cycle"], fact["is_group"] is "1"),
                (agency.Type, agency.Role, agency.ReportCycle ?? "", agency.IsGroup));
        });
    }

    [SkippableFact]
    public void No_target_quotes_its_source()
    {
        var quotes = Rows("targets.csv").Select(r => r["quote"]).Where(q => q.Length > 0).ToList();
        var ours = File.ReadAllText(Path.Combine(HaiPhong.Folder, "targets.csv"));

        Assert.NotEmpty(quotes);
        Assert.All(quotes.Where(q => q.Length > 40), quote =>
            Assert.DoesNotContain(quote, ours, StringComparison.OrdinalIgnoreCase));
    }

    private static List<JsonElement> Properties(string file)
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(ReferenceData.Require(file)));
        return
        [
            .. document.RootElement.GetProperty("features").EnumerateArray()
                .Select(f => f.GetProperty("properties").Clone()),
        ];
    }

    private static List<IDictionary<string, string>> Rows(string file)
    {
        using var csv = new CsvReader(new StreamReader(ReferenceData.Require(file)), CultureInfo.InvariantCulture);
        csv.Read();
        csv.ReadHeader();
        var rows = new List<IDictionary<string, string>>();
        while (csv.Read())
        {
            rows.Add(csv.HeaderRecord!.ToDictionary( // Read above.
                name => name, name => csv.GetField(name) ?? string.Empty, StringComparer.Ordinal));
        }

        return rows;
    }

    private static string Text(JsonElement fact, string name) => fact.GetProperty(name).GetString() ?? string.Empty;

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    private static double? Optional(string text) => text.Length == 0 ? null : Number(text);
}
