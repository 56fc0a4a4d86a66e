using System.Collections.Immutable;
using Twin.Model.Space;
using Twin.Model.Vessels;
using static Twin.TestKit.FleetCity;

namespace Twin.Model.Tests.Vessels;

public sealed class TrackThinningTests
{
    private static readonly DateTimeOffset Midnight = new(2026, 3, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan Ten = TimeSpan.FromMinutes(10);

    [Fact]
    public void The_first_and_the_last_in_each_span_stay()
    {
        var batches = Enumerable.Range(0, 30).Select(minute => Batch(minute, At(minute), At(minute, "HP-2"))).ToArray();

        var thinned = Whole(batches, TrackThinning.Thin(batches, Ten));

        int[] kept = [0, 9, 10, 19, 20, 29];
        foreach (var boat in new[] { "HP-1", "HP-2" })
        {
            Assert.Equal(
                kept.Select(minute => Midnight.AddMinutes(minute)),
                thinned.SelectMany(batch => batch.Reports).Where(report => report.Vessel == Named(boat))
                    .Select(report => report.PhenomenonTime));
        }
    }

    [Fact]
    public void What_is_thin_already_does_not_change()
    {
        var batches = Enumerable.Range(0, 30).Select(minute => Batch(minute, At(minute))).ToArray();
        var once = Whole(batches, TrackThinning.Thin(batches, Ten)).Where(batch => !batch.Reports.IsEmpty).ToArray();

        Assert.Empty(TrackThinning.Thin(once, Ten));
    }

    [Fact]
    public void Every_silence_longer_than_the_span_stays_as_long_as_it_was()
    {
        for (var seed = 1; seed <= 200; seed++)
        {
            var random = new Random(seed);
            var minute = 0;
            var batches = Enumerable.Range(0, 300)
                .Select(i => Batch(i, At(minute += random.Next(12) == 0 ? random.Next(11, 500) : random.Next(1, 4))))
                .ToArray();

            var thinned = Whole(batches, TrackThinning.Thin(batches, Ten));

            Assert.Equal(Silences(batches), Silences(thinned));
            Assert.True(
                thinned.Sum(batch => batch.Reports.Length) < batches.Length * 3 / 4,
                FormattableString.Invariant($"Seed {seed} left too much."));
        }
    }

    [Fact]
    public void Verdicts_are_the_same_when_what_stays_is_read_again()
    {
        var jumps = 0;
        for (var seed = 1; seed <= 200; seed++)
        {
            var random = new Random(seed);
            var (longitude, minute) = (107.0, 0);
            var batches = Enumerable.Range(0, 200).Select(i =>
            {
                longitude += random.Next(40) == 0 ? random.Next(-3, 4) : 0.001;
                return Batch(i, At(minute += 1, longitude: longitude));
            }).ToArray();
            var before = Verdicts(batches);

            var after = Verdicts(Whole(batches, TrackThinning.Thin(batches, Ten)));

            Assert.All(after, pair => Assert.Equal(before[pair.Key], pair.Value));
            Assert.True(after.Count < before.Count, FormattableString.Invariant($"Seed {seed} left nothing out."));
            jumps += before.Values.Count(verdict => verdict is PositionVerdict.Jump);
        }

        Assert.InRange(jumps, 500, 5_000);
    }

    [Fact]
    public void Nothing_stays_where_nothing_is_to()
    {
        var batches = new[] { Batch(0, At(0), At(1)), Batch(1, At(2)) };

        Assert.All(TrackThinning.Thin(batches, null), batch => Assert.Empty(batch.Reports));
        Assert.Equal(2, TrackThinning.Thin(batches, null).Length);
        Assert.Empty(TrackThinning.Thin([], Ten));
    }

    [Theory]
    [InlineData("", 0)]
    [InlineData("90.00:00:00=00:10:00", 1)]
    [InlineData("90.00:00:00=00:10:00; 730.00:00:00=02:00:00;3650.00:00:00=nothing;", 3)]
    [InlineData("1.00:00:00=00:00:01", 1)]
    public void A_policy_is_a_list_of_ages_and_spans(string text, int rules)
    {
        Assert.True(RetentionPolicy.TryParse(text, out var policy));
        Assert.Equal(rules, policy.Rules.Length);
    }

    [Theory]
    [InlineData("90")]
    [InlineData("23:59:59=00:10:00")]
    [InlineData("90.00:00:00=00:00:00")]
    [InlineData("90.00:00:00=06:00:01")]
    [InlineData("90.00:00:00=00:10:00;90.00:00:00=00:20:00")]
    [InlineData("90.00:00:00=00:10:00;91.00:00:00=00:10:00")]
    [InlineData("90.00:00:00=nothing;91.00:00:00=00:10:00")]
    [InlineData("90.00:00:00=00:10:00=00:20:00")]
    public void A_policy_that_keeps_more_of_older_ones_or_too_little_of_young_ones_is_none(string text) =>
        Assert.False(RetentionPolicy.TryParse(text, out _));

    private static PositionReport At(int minute, string boat = "HP-1", double longitude = 107.5) =>
        Report(boat, Midnight.AddMinutes(minute), new GeoPosition(longitude, 20.3));

    private static LoggedPositions Batch(int number, params ImmutableArray<PositionReport> reports) =>
        new(number + 1, reports[^1].PhenomenonTime.AddSeconds(1), reports);

    private static LoggedPositions[] Whole(
        IEnumerable<LoggedPositions> batches, ImmutableArray<LoggedPositions> thinned) =>
        [.. batches.Select(batch => thinned.FirstOrDefault(one => one.Sequence == batch.Sequence) ?? batch)];

    private static TimeSpan[] Silences(IEnumerable<LoggedPositions> batches)
    {
        var times = batches.SelectMany(batch => batch.Reports).Select(report => report.PhenomenonTime).ToArray();
        return [.. times.Zip(times.Skip(1), (a, b) => b - a).Where(silence => silence > Ten)];
    }

    private static Dictionary<DateTimeOffset, PositionVerdict> Verdicts(IEnumerable<LoggedPositions> batches)
    {
        var tracked = new TrackedVessel(Vessel.Unregistered(Named("HP-1")));
        var verdicts = new Dictionary<DateTimeOffset, PositionVerdict>();
        foreach (var batch in batches)
        {
            foreach (var report in batch.Reports)
            {
                var verdict = tracked.Judge(report, batch.RecordedAt);
                tracked.Apply(report, verdict, null, FleetRules.None);
                verdicts[report.PhenomenonTime] = verdict;
            }
        }

        return verdicts;
    }
}
