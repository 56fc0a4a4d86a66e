using System.Globalization;
using Twin.Model.Vessels;
using static Twin.Model.Tests.Vessels.FleetExamples;

namespace Twin.Model.Tests.Vessels;

public sealed class VesselPapersTests
{
    private static readonly DateOnly Today = new(2026, 3, 1);

    [Theory]
    [InlineData(0.1, SizeClass.Under6)]
    [InlineData(5.99, SizeClass.Under6)]
    [InlineData(6, SizeClass.From6To12)]
    [InlineData(11.99, SizeClass.From6To12)]
    [InlineData(12, SizeClass.From12To15)]
    [InlineData(15, SizeClass.From15To24)]
    [InlineData(23.99, SizeClass.From15To24)]
    [InlineData(24, SizeClass.From24)]
    public void A_length_on_a_border_belongs_to_the_upper_class(double length, SizeClass expected) =>
        Assert.Equal(expected, SizeClasses.Of(length));

    [Fact]
    public void A_boat_with_all_its_papers_is_eligible()
    {
        var papers = VesselPapers.On(Boat(), Rules, Today);

        Assert.True(papers.IsEligible);
        Assert.False(papers.IsThreeNo);
    }

    [Theory]
    [InlineData("2024-12-31", PaperState.NotYetValid)]
    [InlineData("2025-01-01", PaperState.Valid)]
    [InlineData("2026-12-31", PaperState.Valid)]
    [InlineData("2027-01-01", PaperState.Expired)]
    public void A_paper_holds_on_its_first_and_last_day(string day, PaperState expected) => Assert.Equal(
        expected,
        VesselPapers.On(Boat(), Rules, Texts.Day(day))
            .Inspection);

    [Fact]
    public void Why_a_boat_is_not_eligible_is_said_paper_by_paper()
    {
        var boat = Boat() with
        {
            Licence = null,
            Inspection = new Validity(new DateOnly(2020, 1, 1), new DateOnly(2021, 1, 1)),
        };

        var papers = VesselPapers.On(boat, Rules, Today);

        Assert.Equal(
            [(PaperKind.Inspection, PaperState.Expired), (PaperKind.Licence, PaperState.Missing)],
            papers.Reasons.Select(reason => (reason.Paper, reason.State)));
    }

    [Theory]
    [InlineData(5, "")]
    [InlineData(6, "Registration Licence")]
    [InlineData(12, "Registration Inspection Licence")]
    [InlineData(15, "Registration Inspection Licence Beacon")]
    public void What_a_boat_must_have_depends_on_its_length(double length, string expected)
    {
        var boat = Boat(lengthMeters: length) with
        {
            Registration = null, Inspection = null, Licence = null, Beacon = null,
        };

        var papers = VesselPapers.On(boat, Rules, Today);

        Assert.Equal(expected, string.Join(' ', papers.Reasons.Select(reason => reason.Paper)));
        Assert.True(papers.IsThreeNo);
    }

    [Theory]
    [InlineData(false, false, false, true)]
    [InlineData(true, false, false, false)]
    [InlineData(false, true, false, false)]
    [InlineData(false, false, true, false)]
    public void Three_no_is_all_three(bool registration, bool inspection, bool licence, bool expected)
    {
        var boat = Boat() with
        {
            Registration = registration ? Boat().Registration : null,
            Inspection = inspection ? Boat().Inspection : null,
            Licence = licence ? Boat().Licence : null,
        };

        Assert.Equal(expected, VesselPapers.On(boat, Rules, Today).IsThreeNo);
    }

    [Fact]
    public void A_boat_that_nobody_measured_must_have_what_the_smallest_must_have() => Assert.True(
        VesselPapers.On(Vessel.Unregistered(Named("574000001")), Rules, Today).IsEligible);

    [Theory]
    [InlineData("477000001", false, true)]
    [InlineData("574000001", true, true)]
    public void Of_a_ship_of_another_country_no_paper_is_asked(string mmsi, bool isThreeNo, bool isEligible)
    {
        var vessel = Vessel.Unregistered(VesselId.Parse(mmsi, CultureInfo.InvariantCulture));

        var papers = VesselPapers.On(vessel, FleetExamples.Rules, new DateOnly(2026, 3, 1));

        Assert.Equal((isEligible, isThreeNo), (papers.IsEligible, papers.IsThreeNo));
        Assert.Equal(
            (isEligible, isThreeNo), VesselPapers.FlagsOn(vessel, FleetExamples.Rules, new DateOnly(2026, 3, 1)));
    }
}
