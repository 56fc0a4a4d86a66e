using System.Collections.Immutable;
using Twin.Model.Places;
using Twin.Model.Space;
using Twin.TestKit;

namespace Twin.Model.Tests.Places;

public sealed class PlaceRulesTests
{
    private static readonly Place Right = TestPlaces.Site("A");

    public static TheoryData<string, Place, string> Wrong => new()
    {
        { "a kind of another layer", Right with { Kind = "school" }, "no kind of sites" },
        { "no name", Right with { NameVi = " " }, "A name" },
        { "a long name", Right with { NameVi = new string('a', 201) }, "A name" },
        { "a control character", Right with { NameEn = "a\nb" }, "A name" },
        { "a line", Right with { Geometry = TestPlaces.Route("R", "overhead", new(106, 20), new(107, 20)).Geometry },
            "no geometry of sites" },
        { "bytes that are no geometry", Right with { Geometry = new PlaceGeometry(new byte[9]) },
            "no geometry of sites" },
        { "an unknown property", With("color", "red"), "no property of sites" },
        { "a value not in the list", With("status", "burnt"), "no value of 'status'" },
        { "a number out of bounds", With("heightMeters", "501"), "no value of 'heightMeters'" },
        { "not a number", With("heightMeters", "NaN"), "no value of 'heightMeters'" },
        { "a day that is none", With("onAirDate", "2024-02-30"), "no value of 'onAirDate'" },
        { "an empty item of a list", With("operators", "a;;b"), "no value of 'operators'" },
        { "a property twice", Right with { Properties = Right.Properties.Add(new("status", "off")) }, "twice" },
        { "a required property missing", Right with { Properties = [new("operators", "a"), new("status", "off")] },
            "'technology' is missing" },
        { "an end before the beginning", Right with { ValidTo = TestPlaces.Begin.AddDays(-1) }, "would end on" },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void What_is_wrong_is_said(string name, Place place, string says)
    {
        var (accepted, refusals) = PlaceRules.Check(place);

        Assert.True(accepted is null, name);
        Assert.Contains(refusals, refusal => refusal.Detail.Contains(says, StringComparison.Ordinal));
        Assert.DoesNotContain(refusals, refusal => refusal.Hint.Length == 0);
    }

    [Fact]
    public void Values_get_their_one_text_and_properties_their_order()
    {
        var (place, refusals) = PlaceRules.Check(Right with
        {
            Properties =
            [
                new("technology", "5G"), new("status", "onAir"), new("operators", "vnpt; viettel;vnpt"),
                new("heightMeters", "4.20e1"),
            ],
        });

        Assert.Empty(refusals);
        Assert.Equal(
            ["heightMeters=42", "operators=viettel;vnpt", "status=onAir", "technology=5G"],
            place!.Properties.Select(property => $"{property.Name}={property.Text}"),
            StringComparer.Ordinal);
        Assert.Equal(["viettel", "vnpt"], place.Texts("operators").AsEnumerable(), StringComparer.Ordinal);
        Assert.Equal(42, place.Number("heightMeters"));
    }

    [Fact]
    public void A_geometry_has_so_many_positions_at_most()
    {
        var most = Enumerable.Range(0, (PlaceGeometry.MaxBytes - 9) / 16)
            .Select(i => new GeoPosition(106 + (i * 1e-5), 20)).ToImmutableArray();

        var route = TestPlaces.Route("R", "overhead", [.. most]);

        Assert.NotNull(PlaceRules.Check(route).Place);
        var longer = TestPlaces.Route("R", "overhead", [.. most, new(108, 20)]);
        Assert.Equal("too_large", Assert.Single(PlaceRules.Check(longer).Refusals).Code);
    }

    private static Place With(string name, string text) => Right with
    {
        Properties =
        [
            .. Right.Properties.Where(one => !one.Name.Equals(name, StringComparison.Ordinal)), new(name, text),
        ],
    };
}
