using System.Globalization;
using Twin.Model.Space;
using Twin.Model.Vessels;

namespace Twin.Model.Tests.Vessels;

public sealed class ShardPlacesTests
{
    private static readonly VesselId Boat = VesselId.Parse("HP-1", CultureInfo.InvariantCulture);
    private static readonly DateTimeOffset Noon = new(2026, 1, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly GeoPosition West = new(107, 20.5);
    private static readonly GeoPosition East = new(107.5, 20.5);

    [Fact]
    public void Whatever_is_lost_repeated_delayed_or_restarted_each_vessel_is_in_one_cell_in_the_end()
    {
        for (var seed = 0; seed < 100; seed++)
        {
            var world = new CellWorld(seed);
            for (var step = 0; step < 400; step++)
            {
                world.Step();
            }

            world.Settle();

            var (truth, told) = world.Standing();
            Assert.True(
                truth.Equals(told, StringComparison.Ordinal),
                FormattableString.Invariant($"Seed {seed}:\n{truth}\n---\n{told}"));
        }
    }

    [Fact]
    public void A_vessel_that_crosses_is_for_a_moment_in_both_cells_and_never_in_none()
    {
        var places = new ShardPlaces(ShardOf("HP-1"), 1);
        var (left, entered) = (new CellVessels(), new CellVessels());
        var boat = new TrackedVessel(Vessel.Unregistered(Boat));
        Move(places, boat, West, 0);
        Assert.True(left.Take(Assert.Single(places.Entering()).Update));

        Move(places, boat, East, 1);
        Assert.True(entered.Take(Assert.Single(places.Entering()).Update));
        Assert.Equal((1, 1), (left.Count, entered.Count));

        Assert.True(left.Take(Assert.Single(places.Leaving()).Update));
        Assert.Equal((0, 1), (left.Count, entered.Count));
        Assert.False(places.HasNews);
        Assert.Equal(FleetCell.Of(East), Assert.Single(places.Cells));
    }

    [Fact]
    public void A_cell_that_misses_a_version_asks_for_everything()
    {
        var places = new ShardPlaces(ShardOf("HP-1"), 1);
        var cell = new CellVessels();
        var boat = new TrackedVessel(Vessel.Unregistered(Boat));
        Move(places, boat, West, 0);
        cell.Take(Assert.Single(places.Entering()).Update);
        Move(places, boat, West, 1);
        places.Entering();
        Move(places, boat, West, 2);

        var isTaken = cell.Take(Assert.Single(places.Entering()).Update);
        places.Refused(FleetCell.Of(West));
        var whole = Assert.Single(places.Entering()).Update;

        Assert.False(isTaken);
        Assert.Null(whole.From);
        Assert.True(cell.Take(whole));
        Assert.Equal(Noon.AddMinutes(2), Assert.Single(cell.Inside(GeoBox.World)).Last.PhenomenonTime);
    }

    [Fact]
    public void A_cell_that_holds_what_the_shard_holds_is_told_nothing()
    {
        var places = new ShardPlaces(ShardOf("HP-1"), 5);
        var cell = new CellVessels();
        Move(places, new TrackedVessel(Vessel.Unregistered(Boat)), West, 0);
        cell.Take(Assert.Single(places.Entering()).Update);
        var (epoch, version) = cell.Told(ShardOf("HP-1"))!.Value;

        Assert.Null(places.Compare(FleetCell.Of(West), epoch, version));
        Assert.NotNull(places.Compare(FleetCell.Of(West), epoch - 1, version));
        Assert.Empty(places.Compare(FleetCell.Of(East), epoch, version)!.Entered);
    }

    [Fact]
    public void A_cell_that_was_to_be_told_everything_and_asked_for_it_first_is_no_news()
    {
        var places = new ShardPlaces(ShardOf("HP-1"), 1);
        Move(places, new TrackedVessel(Vessel.Unregistered(Boat)), West, 0);
        places.Entering();
        places.Refused(FleetCell.Of(West));

        Assert.Single(places.Compare(FleetCell.Of(West), 0, 0)!.Entered);

        Assert.False(places.HasNews);
        Assert.Empty(places.Entering());
    }

    [Fact]
    public void A_box_gives_what_lies_in_it_and_on_its_sides()
    {
        var cell = new CellVessels();
        var vessels = Enumerable.Range(0, 500).Select(i => new PlacedVessel(
            Vessel.Unregistered(
                VesselId.Parse(FormattableString.Invariant($"HP-{i}"), CultureInfo.InvariantCulture)),
            Report(i, new GeoPosition(107 + (i * 0.0001), 20.5)))).ToArray();
        foreach (var group in vessels.GroupBy(one => FleetShards.Of(one.Vessel.Id)))
        {
            cell.Take(new CellUpdate(group.Key, 1, null, 1, [.. group], []));
        }

        var inside = cell.Inside(new GeoBox(vessels[100].Last.Position.LongitudeDegrees, 20, 107.02, 21));

        Assert.Equal(500, cell.Count);
        Assert.Equal(101, inside.Length);
        Assert.Empty(cell.Inside(new GeoBox(107, 20.51, 108, 21)));
    }

    private static int ShardOf(string id) => FleetShards.Of(VesselId.Parse(id, CultureInfo.InvariantCulture));

    private static void Move(ShardPlaces places, TrackedVessel boat, GeoPosition to, int minutes)
    {
        boat.Apply(Report(minutes, to), PositionVerdict.Accepted, null, FleetRules.None);
        places.Note(boat);
    }

    private static PositionReport Report(int minutes, GeoPosition position) => new()
    {
        Vessel = Boat,
        PhenomenonTime = Noon.AddMinutes(minutes),
        Position = position,
        Feed = "test",
    };
}
