using Twin.Model.Dimensions;

namespace Twin.Model.Tests.Dimensions;

public sealed class BreakdownTests
{
    private static readonly string LongestCode = new('A', Breakdown.MaxCodeLength);

    public static TheoryData<string, string, string> Readable => new()
    {
        { "the total", "", "" },
        { "one dimension", "SIZE_CLASS=15-24", "SIZE_CLASS=15-24" },
        { "lower case", "size_class=15-24", "SIZE_CLASS=15-24" },
        { "spaces around", " OPERATOR = VIETTEL ; ROAD_CLASS=MAIN", "OPERATOR=VIETTEL;ROAD_CLASS=MAIN" },
        { "dimensions in another order", "ROAD_CLASS=MAIN;OPERATOR=VIETTEL", "OPERATOR=VIETTEL;ROAD_CLASS=MAIN" },
        { "one dimension begins with another", "A-B=1;A=2;AB=3", "A=2;A-B=1;AB=3" },
        { "a member with points", "PROCEDURE=1.000894.H24", "PROCEDURE=1.000894.H24" },
        { "the longest codes", $"{LongestCode}={LongestCode}", $"{LongestCode}={LongestCode}" },
        { "the most dimensions", "A=1;B=1;C=1", "A=1;B=1;C=1" },
    };

    public static TheoryData<string, string> Unreadable => new()
    {
        { "no member", "SIZE_CLASS" },
        { "an empty member", "SIZE_CLASS=" },
        { "an empty dimension", "=SMALL" },
        { "two members", "SIZE_CLASS=A=B" },
        { "an empty pair", "A=1;" },
        { "one dimension twice", "A=1;a=2" },
        { "more dimensions than there may be", "A=1;B=1;C=1;D=1" },
        { "a code that is too long", $"{LongestCode}A=1" },
        { "letters that no code has", "CỠ=1" },
        { "a space inside", "A B=1" },
    };

    [Theory]
    [MemberData(nameof(Readable))]
    public void A_breakdown_is_read_into_its_canonical_text(string name, string text, string canonical)
    {
        Assert.NotEmpty(name);
        Assert.True(Breakdown.TryParse(text, out var breakdown));
        Assert.Equal(canonical, breakdown.ToString());
        Assert.Equal(breakdown, Breakdown.Parse(canonical));
        Assert.Equal(breakdown, Breakdown.Of([.. breakdown.Members.Reverse()]));
    }

    [Theory]
    [MemberData(nameof(Unreadable))]
    public void What_is_no_breakdown_is_refused(string name, string text)
    {
        Assert.NotEmpty(name);
        Assert.False(Breakdown.TryParse(text, out var breakdown));
        Assert.True(breakdown.IsNone);
        Assert.Throws<FormatException>(() => Breakdown.Parse(text));
    }

    [Fact]
    public void The_longest_text_holds_the_most_dimensions_with_the_longest_codes()
    {
        var codes = "ABC".Select(letter => new string(letter, Breakdown.MaxCodeLength));
        var longest = string.Join(';', codes.Select(code => $"{code}={code}"));

        Assert.Equal(Breakdown.MaxLength, longest.Length);
        Assert.True(Breakdown.TryParse(longest, out _));
    }

    [Fact]
    public void Members_can_be_asked_for_and_left_out()
    {
        var breakdown = Breakdown.Parse("ROAD_CLASS=MAIN;OPERATOR=VIETTEL");

        Assert.Equal(
            [new DimensionMember("OPERATOR", "VIETTEL"), new DimensionMember("ROAD_CLASS", "MAIN")],
            breakdown.Members.ToArray());
        Assert.Equal("MAIN", breakdown.MemberOf("ROAD_CLASS"));
        Assert.Null(breakdown.MemberOf("SIZE_CLASS"));
        Assert.Equal(Breakdown.Parse("OPERATOR=VIETTEL"), breakdown.Without("ROAD_CLASS"));
        Assert.Equal(breakdown, breakdown.Without("SIZE_CLASS"));
    }

    [Fact]
    public void Coarser_breakdowns_are_all_choices_of_its_members_down_to_the_total()
    {
        var coarser = Breakdown.Parse("A=1;B=2;C=3").SelfAndCoarser().Order().Select(one => one.ToString());

        Assert.Equal(
            ["", "A=1", "A=1;B=2", "A=1;B=2;C=3", "A=1;C=3", "B=2", "B=2;C=3", "C=3"],
            coarser,
            StringComparer.Ordinal);
        Assert.Equal([Breakdown.None], Breakdown.None.SelfAndCoarser());
    }

    [Fact]
    public void The_total_precedes_all_others_and_those_are_in_ordinal_order()
    {
        var none = Breakdown.None;
        var first = Breakdown.Parse("A=1");
        var second = Breakdown.Parse("A=2");

        Assert.True(none < first && first < second && second > none && first <= second && second >= first);
    }
}
