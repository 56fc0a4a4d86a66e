using NetTopologySuite.IO;
using Twin.Geo.Coordinates;
using Twin.Geo.Filters;
using Twin.Model;
using Xunit;

namespace Twin.Geo.Tests.Filters;

public sealed class FilterTests
{
    private static readonly FilterProperty[] Properties =
    [
        new("nameVi", FilterType.Text),
        new("level", FilterType.Text),
        new("population", FilterType.Number),
        new("area", FilterType.Number),
        new("schematic", FilterType.Flag),
        new("validFrom", FilterType.Time),
        new("validTo", FilterType.Time),
        new("geometry", FilterType.Geometry),
    ];

    // Hồng Bàng, a square of 106.6 to 106.7 and 20.8 to 20.9, since 2020, still standing; its area is not known.
    private static readonly Subject Unit = new(
    [
        "Hồng Bàng", "district", 100_000.0, null, true, FilterTime.Of(new DateOnly(2020, 1, 1)), null,
        new WKTReader().Read("POLYGON ((106.6 20.8, 106.7 20.8, 106.7 20.9, 106.6 20.9, 106.6 20.8))"),
    ]);

    public static TheoryData<string, bool> Texts => new()
    {
        { "nameVi = 'Hồng Bàng'", true },
        { "nameVi <> 'Hồng Bàng'", false },
        { "\"nameVi\" = 'Hồng Bàng'", true },
        { "'Hồng Bàng' = nameVi", true },
        { "population = 100000", true },
        { "population > 99999.5 AND population < 1e6", true },
        { "population >= 100000 AND population <= 100000", true },
        { "population > 100000 OR level = 'district'", true },
        { "NOT population > 100000", true },
        { "not (population > 1 and level = 'district')", false },
        { "population > 1 OR population > 2 AND level = 'x'", true }, // AND binds tighter.
        { "(population > 1 OR population > 2) AND level = 'x'", false },
        { "population BETWEEN 99999 AND 100001", true },
        { "population NOT BETWEEN 99999 AND 100001", false },
        { "level IN ('commune', 'district')", true },
        { "level NOT IN ('commune', 'district')", false },
        { "population IN (1, 2, 3)", false },
        { "area IS NULL", true },
        { "area IS NOT NULL", false },
        { "population IS NULL", false },
        { "schematic = TRUE", true },
        { "schematic", true },
        { "NOT schematic", false },
        { "TRUE", true },
        { "FALSE OR TRUE", true },
        // What is not known is neither true nor false, and neither is its opposite.
        { "area = 1", false },
        { "NOT area = 1", false },
        { "area = 1 OR TRUE", true },
        { "area = 1 AND FALSE", false },
        { "NOT (area = 1 AND FALSE)", true },
        { "area IN (1)", false },
        { "NOT area IN (1)", false },
        { "area BETWEEN 1 AND 2 OR schematic", true },
    };

    public static TheoryData<string, bool> Values => new()
    {
        { "nameVi LIKE 'Hồng%'", true },
        { "nameVi LIKE 'hồng%'", false },
        { "nameVi LIKE '%B_ng'", true },
        { "nameVi LIKE 'H%g B%g'", true },
        { "nameVi NOT LIKE '%x%'", true },
        { "nameVi LIKE 'Hồng Bàng'", true },
        { "nameVi LIKE ''", false },
        { "CASEI(nameVi) = CASEI('HỒNG BÀNG')", true },
        { "CASEI(nameVi) LIKE CASEI('hồng%')", true },
        { "nameVi ILIKE 'HỒNG%'", true },
        { "ACCENTI(nameVi) = ACCENTI('Hong Bang')", true },
        { "CASEI(ACCENTI(nameVi)) = 'hong bang'", true },
        { "CASEI(ACCENTI('Đồ Sơn')) = 'do son'", true },
        { "population / 1000 = 100", true },
        { "population * 2 - 1 = 199999", true },
        { "2 + 3 * 4 = 14", true },
        { "(2 + 3) * 4 = 20", true },
        { "2 ^ 10 = 1024", true },
        { "7 % 4 = 3 AND 7 div 4 = 1", true },
        { "-population < 0", true },
        { "1 / 0 = 1", false },
        { "NOT 1 / 0 = 1", false },
        { "population = population", true },
    };

    public static TheoryData<string, bool> PlacesAndTimes => new()
    {
        { "S_INTERSECTS(geometry, POINT(106.65 20.85))", true },
        { "S_INTERSECTS(geometry, POINT(106.75 20.85))", false },
        { "S_INTERSECTS(geometry, POINT Z(106.65 20.85 3))", true },
        { "S_INTERSECTS(geometry, BBOX(106.69, 20.89, 107, 21))", true },
        { "S_INTERSECTS(geometry, BBOX(106.69, 20.89, 0, 107, 21, 9))", true },
        { "S_INTERSECTS(geometry, BBOX(170, 20, -170, 21))", false },
        { "S_INTERSECTS(geometry, BBOX(-170, 20, 170, 21))", true },
        { "S_INTERSECTS(geometry, POLYGON((-180 20, 180 20, 180 21, -180 21, -180 20)))", true },
        { "S_INTERSECTS(geometry, POLYGON((-170 20, 0 20, 170 20, 170 21, 0 21, -170 21, -170 20)))", true },
        { "S_INTERSECTS(geometry, LINESTRING(170 20.85, -10 20.85))", true },
        { "S_DISJOINT(geometry, BBOX(106.8, 20.8, 107, 21))", true },
        { "S_WITHIN(geometry, POLYGON((106 20, 107 20, 107 21, 106 21, 106 20)))", true },
        { "S_CONTAINS(geometry, LINESTRING(106.62 20.82, 106.68 20.88))", true },
        { "S_CROSSES(geometry, LINESTRING(106.5 20.85, 106.8 20.85))", true },
        { "S_TOUCHES(geometry, MULTIPOINT((106.6 20.8), (106.7 20.9)))", true },
        { "S_TOUCHES(geometry, MULTIPOINT(106.6 20.8, 106.7 20.9))", true },
        { "S_OVERLAPS(geometry, MULTIPOLYGON(((106.65 20.85, 107 20.85, 107 21, 106.65 20.85))))", true },
        { "S_EQUALS(geometry, POLYGON((106.7 20.8, 106.7 20.9, 106.6 20.9, 106.6 20.8, 106.7 20.8)))", true },
        { "S_INTERSECTS(geometry, MULTILINESTRING((0 0, 1 1), (106.65 20.85, 106 20)))", true },
        { "S_INTERSECTS(geometry, GEOMETRYCOLLECTION(POINT(0 0), POINT(106.65 20.85)))", true },
        { "validFrom = DATE('2020-01-01')", true },
        { "validFrom < DATE('2020-01-01')", false },
        { "validFrom <= TIMESTAMP('2019-12-31T17:00:00Z')", true }, // Midnight in Vietnam.
        { "validFrom <= TIMESTAMP('2019-12-31T16:59:59Z')", false },
        { "T_AFTER(validFrom, DATE('2019-12-31'))", true },
        { "T_BEFORE(validFrom, DATE('2020-01-02'))", true },
        { "T_EQUALS(validFrom, DATE('2020-01-01'))", true },
        { "T_DURING(validFrom, INTERVAL('2019-06-01', '..'))", true },
        { "T_DISJOINT(validFrom, INTERVAL('..', '2019-06-01'))", true },
        { "T_INTERSECTS(INTERVAL(validFrom, validTo), DATE('2030-01-01'))", true }, // It still stands.
        { "T_INTERSECTS(INTERVAL(validFrom, '2024-01-01'), DATE('2030-01-01'))", false },
        { "T_CONTAINS(INTERVAL('2019-01-01', '2021-01-01'), validFrom)", true },
        { "T_STARTS(INTERVAL(validFrom, '2021-01-01'), INTERVAL('2020-01-01', '2022-01-01'))", true },
        { "T_STARTEDBY(INTERVAL(validFrom, '2023-01-01'), INTERVAL('2020-01-01', '2022-01-01'))", true },
        { "T_FINISHES(INTERVAL('2021-01-01', '2022-01-01'), INTERVAL(validFrom, '2022-01-01'))", true },
        { "T_FINISHEDBY(INTERVAL(validFrom, '2022-01-01'), INTERVAL('2021-01-01', '2022-01-01'))", true },
        { "T_MEETS(INTERVAL('2019-01-01', '2020-01-01'), INTERVAL(validFrom, '2022-01-01'))", true },
        { "T_METBY(INTERVAL(validFrom, '2022-01-01'), INTERVAL('2019-01-01', '2020-01-01'))", true },
        { "T_OVERLAPS(INTERVAL('2019-01-01', '2020-06-01'), INTERVAL(validFrom, '2022-01-01'))", true },
        { "T_OVERLAPPEDBY(INTERVAL(validFrom, '2022-01-01'), INTERVAL('2019-01-01', '2020-06-01'))", true },
        { "T_AFTER(validTo, DATE('2019-12-31'))", false },
        { "s_intersects(geometry, point(106.65 20.85)) and nameVi like 'H%'", true },
    };

    /// <summary>Wrong filters: where, and what was expected there.</summary>
    public static TheoryData<string, string, string> Wrong => new()
    {
        { "", "character 1", "Expected a property" },
        { "nameVi =", "character 9", "Expected a property" },
        { "nameVi = 'x", "character 10", "Close it" },
        { "nameVi = 'a' b", "character 14", "Expected AND, OR" },
        { "nameVi == 'a'", "character 9", "Expected a property" },
        { "(nameVi = 'a'", "character 14", "Expected )" },
        { "nameVi NOT 'a'", "character 8", "LIKE, BETWEEN or IN" },
        { "population BETWEEN 1 OR 2", "character 22", "Expected AND" },
        { "level IN 'a'", "character 10", "Expected (" },
        { "level IN ()", "character 11", "Expected a property" },
        { "level IS 1", "character 10", "Expected NULL" },
        { "height > 1", "character 1", "Properties are nameVi, level" },
        { "population > 'a'", "character 12", "one kind" },
        { "nameVi > 1 AND", "character 15", "Expected a property" },
        { "nameVi > 1 AND TRUE", "character 8", "one kind" },
        { "nameVi LIKE 1", "character 13", "pattern" },
        { "population LIKE '1%'", "character 1", "pattern" },
        { "nameVi", "character 1", "A condition is" },
        { "population + nameVi = 1", "character 14", "Arithmetic" },
        { "FROBNICATE(nameVi)", "character 1", "S_INTERSECTS" },
        { "S_INTERSECTS(geometry)", "character 22", "Expected ," },
        { "S_INTERSECTS(geometry, nameVi)", "character 24", "POINT" },
        { "S_INTERSECTS(geometry, POINT(106.65))", "character 36", "two numbers" },
        { "S_INTERSECTS(geometry, POINT(a b))", "character 30", "two numbers" },
        { "S_INTERSECTS(geometry, POLYGON((0 0, 1 1, 0 0)))", "character 24", "Mend it" },
        { "S_INTERSECTS(geometry, POLYGON((170 9, -170 9, -170 21, 170 21, 170 9)))", "character 24", "antimeridian" },
        { "S_DISJOINT(geometry, LINESTRING(170 9, -170 9))", "character 22", "antimeridian" },
        { "S_INTERSECTS(geometry, POLYGON((0 0, 1 1, 0 1, 2 2)))", "character 24", "close" },
        { "S_INTERSECTS(geometry, POLYGON((0 0, 1 1, 1 0, 0 1, 0 0)))", "character 24", "Mend it" },
        {
            "S_INTERSECTS(geometry, POLYGON((0 0, 1 0, 1 1, 0 1, 0 0), (5 5, 6 5, 6 6, 5 5)))", "character 24",
            "holes lie inside"
        },
        { "S_TOUCHES(geometry, GEOMETRYCOLLECTION(POINT(0 0)))", "character 1", "S_INTERSECTS" },
        { "S_INTERSECTS(geometry, POINT(20.85 106.65))", "character 24", "filter-crs" },
        { "S_INTERSECTS(geometry, BBOX(1, 2, 3))", "character 24", "lower corner" },
        { "S_INTERSECTS(geometry, BBOX(1, 5, 3, 4))", "character 24", "lower corner" },
        { "validFrom = '2020-01-01'", "character 11", "DATE" },
        { "validFrom = DATE('2020-13-01')", "character 18", "Expected a day" },
        { "validFrom = TIMESTAMP('2020-01-01T00:00:00')", "character 23", "Expected an instant" },
        { "T_AFTER(nameVi, DATE('2020-01-01'))", "character 9", "property of time" },
        { "T_DURING(validFrom, INTERVAL('x', '..'))", "character 30", "open end" },
        { "geometry = geometry", "character 10", "S_EQUALS" },
        { "schematic > FALSE", "character 11", "Compare texts" },
        { "population = 1 # 2", "character 16", "Expected AND, OR" },
        { "1e999 = 1", "character 1", "number" },
        { "AND = 1", "character 1", "Expected a property" },
    };

    public static TheoryData<string, bool> Jsons => new()
    {
        { """{"op":"=","args":[{"property":"nameVi"},"Hồng Bàng"]}""", true },
        { """{"op":"and","args":[{"op":">","args":[{"property":"population"},5]},{"op":"<","args":[1,2]}]}""", true },
        { """{"op":"or","args":[false,{"property":"schematic"}]}""", true },
        { """{"op":"not","args":[{"op":"isNull","args":[{"property":"area"}]}]}""", false },
        { """{"op":"like","args":[{"op":"casei","args":[{"property":"nameVi"}]},"hồng%"]}""", true },
        { """{"op":"=","args":[{"op":"accenti","args":[{"property":"nameVi"}]},"Hong Bang"]}""", true },
        { """{"op":"between","args":[{"property":"population"},1,100000]}""", true },
        { """{"op":"in","args":[{"property":"level"},["a","district"]]}""", true },
        { """{"op":"<>","args":[{"op":"+","args":[{"property":"population"},1]},100001]}""", false },
        {
            """{"op":"s_intersects","args":[{"property":"geometry"},{"type":"Point","coordinates":[106.65,20.85]}]}""",
            true
        },
        { """{"op":"s_intersects","args":[{"property":"geometry"},{"bbox":[106.69,20.89,107,21]}]}""", true },
        { """{"op":"t_after","args":[{"property":"validFrom"},{"date":"2019-12-31"}]}""", true },
        { """{"op":"t_after","args":[{"property":"validFrom"},{"timestamp":"2021-01-01T00:00:00Z"}]}""", false },
        {
            """
            {"op":"t_intersects","args":[
              {"interval":[{"property":"validFrom"},".."]},{"interval":["2019-01-01","2020-01-01"]}]}
            """,
            true
        },
    };

    public static TheoryData<string, string, string> WrongJsons => new()
    {
        { "", "line 1", "64 deep" },
        { """{"op":"=" """, "line 1", "64 deep" },
        { "[1]", "$", "Expected a text" },
        { "null", "$", "Expected a text" },
        { "{}", "$", "Expected a text" },
        { "5", "$", "A condition is" },
        { """{"op":"="}""", "$", "op and args" },
        { """{"op":"=","args":[1]}""", "$", "two arguments" },
        { """{"op":"frob","args":[1,2]}""", "$", "S_INTERSECTS" },
        {
            """{"op":"and","args":[true,{"op":"=","args":[{"property":"height"},1]}]}""",
            "$.args[1].args[0]", "nameVi"
        },
        { """{"op":5,"args":[]}""", "$", "Expected a text" },
        { """{"op":"in","args":[{"property":"level"},[]]}""", "$", "not empty" },
        {
            """{"op":"s_intersects","args":[{"property":"geometry"},{"type":"Point","coordinates":[1]}]}""",
            "$.args[1]", "RFC 7946"
        },
        { """{"op":"t_after","args":[{"property":"validFrom"},{"date":"x"}]}""", "$.args[1]", "instant" },
        { """{"op":"t_after","args":[{"property":"validFrom"},{"interval":["x"]}]}""", "$.args[1]", "open end" },
    };

    [Theory]
    [MemberData(nameof(Texts))]
    [MemberData(nameof(Values))]
    [MemberData(nameof(PlacesAndTimes))]
    public void A_text_lets_the_unit_through_or_not(string text, bool isLet)
    {
        Assert.True(
            Filter.TryParseText(text, Properties, CoordinateReferenceSystems.Crs84, out var filter, out var why),
            why?.Detail);
        Assert.Equal(isLet, filter.Matches(Unit));
    }

    [Theory]
    [MemberData(nameof(Jsons))]
    public void JSON_lets_the_unit_through_or_not(string json, bool isLet)
    {
        Assert.True(
            Filter.TryParseJson(json, Properties, CoordinateReferenceSystems.Crs84, out var filter, out var why),
            why?.Detail);
        Assert.Equal(isLet, filter.Matches(Unit));
    }

    [Theory]
    [MemberData(nameof(Wrong))]
    public void A_wrong_text_is_refused_with_the_place_and_what_was_expected(string text, string place, string hint)
    {
        var isRead = Filter.TryParseText(text, Properties, CoordinateReferenceSystems.Crs84, out _, out var refusal);

        AssertRefused(isRead, refusal, place, hint);
    }

    [Theory]
    [MemberData(nameof(WrongJsons))]
    public void Wrong_JSON_is_refused_with_the_path_and_what_was_expected(string json, string place, string hint)
    {
        var isRead = Filter.TryParseJson(json, Properties, CoordinateReferenceSystems.Crs84, out _, out var refusal);

        AssertRefused(isRead, refusal, place, hint);
    }

    [Theory]
    [InlineData("parentheses", "(", "TRUE", ")", 64)]
    [InlineData("negations", "NOT ", "TRUE", "", 64)]
    [InlineData("signs", "-", "1 = 1", "", 64)]
    [InlineData("functions", "CASEI(", "nameVi", ")", 64)]
    public void A_filter_may_be_nested_but_not_without_end(
        string what, string open, string core, string close, int limit)
    {
        Assert.True(Read(Nest(10)) is null || what is "functions", Read(Nest(10))?.Detail);
        Assert.Contains("too deep", Read(Nest(limit + 1))!.Detail, StringComparison.Ordinal);
        Assert.Contains("too deep", Read(Nest(2_000))!.Detail, StringComparison.Ordinal);

        string Nest(int depth) => string.Concat(Enumerable.Repeat(open, depth)) + core
            + string.Concat(Enumerable.Repeat(close, depth));
    }

    [Fact]
    public void A_filter_may_be_long_but_not_without_end()
    {
        var many = string.Join(" + ", Enumerable.Repeat("1", 1_200)) + " = 1";
        var deepJson = string.Concat(Enumerable.Repeat("""{"op":"not","args":[""", 100)) + "true"
            + string.Concat(Enumerable.Repeat("]}", 100));

        Assert.Contains("too many parts", Read(many)!.Detail, StringComparison.Ordinal);
        Assert.Contains("too long", Read(new string(' ', Filter.MaxLength + 1))!.Detail, StringComparison.Ordinal);
        var isRead = Filter.TryParseJson(
            deepJson, Properties, CoordinateReferenceSystems.Crs84, out _, out var refusal);
        Assert.False(isRead);
        Assert.Contains("too deep", refusal!.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void A_pattern_made_to_explode_takes_no_longer_than_any()
    {
        var text = new string('a', 4_000);
        var pattern = string.Concat(Enumerable.Repeat("a%", 2_000)) + "b";

        var isRead = Filter.TryParseText(
            $"'{text}' LIKE '{pattern}'", Properties, CoordinateReferenceSystems.Crs84, out var filter, out _);

        // By backtracking this would take longer than the universe has been there.
        Assert.True(isRead);
        Assert.False(filter!.Matches(Unit));
    }

    [Theory]
    [InlineData(@"'50%' LIKE '50\%'", true)]
    [InlineData(@"'505' LIKE '50\%'", false)]
    [InlineData(@"'a_b' LIKE 'a\_b'", true)]
    [InlineData(@"'axb' LIKE 'a\_b'", false)]
    [InlineData("'it''s' LIKE 'it''_'", true)]
    [InlineData("'' LIKE '%'", true)]
    [InlineData("'' LIKE ''", true)]
    [InlineData("'abc' LIKE '%%%'", true)]
    [InlineData("'abc' LIKE '___'", true)]
    [InlineData("'abc' LIKE '__'", false)]
    [InlineData("'abcbc' LIKE '%bc'", true)]
    [InlineData("'[a]' LIKE '[a]'", true)]
    [InlineData("'a' LIKE '[a]'", false)]
    [InlineData("'aaa' LIKE 'a+'", false)]
    public void Patterns_know_two_signs_and_no_regular_expressions(string text, bool isLet)
    {
        Assert.Null(Read(text));
        Assert.True(Filter.TryParseText(text, Properties, CoordinateReferenceSystems.Crs84, out var filter, out _));
        Assert.Equal(isLet, filter.Matches(Unit));
    }

    [Fact]
    public void Geometries_may_be_in_another_reference_system()
    {
        Assert.True(CoordinateReferenceSystems.TryFind("http://www.opengis.net/def/crs/EPSG/0/3405", out var utm));
        Assert.True(Filter.TryParseText(
            "S_INTERSECTS(geometry, POINT(671500 2306600))", Properties, utm, out var text, out _));
        Assert.True(Filter.TryParseJson(
            """
            {"op":"s_intersects","args":[{"property":"geometry"},{"type":"Point","coordinates":[671500,2306600]}]}
            """,
            Properties,
            utm,
            out var json,
            out _));

        Assert.True(text.Matches(Unit));
        Assert.True(json.Matches(Unit));
        Assert.False(Filter.TryParseText(
            "S_INTERSECTS(geometry, POINT(2306600 671500))", Properties, utm, out _, out _));
    }

    private static void AssertRefused(bool isRead, Refusal? refusal, string place, string hint)
    {
        Assert.False(isRead);
        Assert.Equal("invalid_filter", refusal!.Code);
        Assert.Contains($"at {place}", refusal.Detail, StringComparison.Ordinal);
        Assert.Contains(hint, refusal.Hint, StringComparison.Ordinal);
    }

    private static Refusal? Read(string text)
    {
        return Filter.TryParseText(text, Properties, CoordinateReferenceSystems.Crs84, out _, out var refusal)
            ? null
            : refusal;
    }

    private sealed class Subject(object?[] values) : IFilterSubject
    {
        public object? ValueOf(int index) => values[index];
    }
}
