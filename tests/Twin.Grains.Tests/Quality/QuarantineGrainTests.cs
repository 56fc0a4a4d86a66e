using Twin.Grains.Quality;
using Twin.Model.Observations;
using Twin.Model.Quality;
using Twin.Model.Time;
using Twin.TestKit;
using static Twin.TestKit.TestCity;

namespace Twin.Grains.Tests.Quality;

/// <summary>Held, decided and rebuilt, through the grains and the log.</summary>
public sealed class QuarantineGrainTests
{
    private static readonly TimePeriod July = TimePeriod.Month(2024, 7);

    private readonly ManualTimeProvider _clock = new();
    private readonly InMemoryObservationLog _log;

    public QuarantineGrainTests() => _log = new InMemoryObservationLog(_clock);

    [Fact]
    public async Task A_doubtful_number_is_durable_and_counts_nowhere()
    {
        await using var city = await StartAsync();
        await city.ReportAsync("10001", Observe("REVENUE", June2024, 100));

        var answer = await city.ReportAsync(
            "10001", Observe("CLINICS", July, -1), Observe("REVENUE", July, 6_000), Observe("BEST", July, 1));

        Assert.Equal((1, 1), (answer.Accepted, answer.Rejected.Length));
        var held = Assert.Single(answer.Held);
        Assert.Equal((1, 2L, TestQuality.Hold), (held.Index, held.Sequence, held.Finding.Rule));
        Assert.Equal(3, _log.Head);
        Assert.Null((await city.FigureAsync("31", "REVENUE", July)).Value);
        Assert.Equal(1, (await city.FigureAsync("31", "BEST", July)).Value);
    }

    [Fact]
    public async Task Released_it_is_in_every_figure_above_and_as_of_before_it_is_not()
    {
        await using var city = await StartAsync();
        var held = await HoldAsync(city);
        var before = _clock.GetUtcNow();
        _clock.Advance(TimeSpan.FromHours(1));

        var answer = await DecideAsync(city, held, QuarantineDecisionKind.Release);

        Assert.Equal(QuarantineState.Released, answer.Entry?.State);
        Assert.Equal(("head", _clock.GetUtcNow()), (answer.Entry?.DecidedBy, answer.Entry?.DecidedAt));
        Assert.Equal(6_000, (await city.FigureAsync("31", "REVENUE", July)).Value);
        Assert.Null((await city.FigureAsync("31", "REVENUE", July, before)).Value);
        Assert.Equal(6_000, (await city.FigureAsync("31", "REVENUE", July, _clock.GetUtcNow())).Value);
    }

    [Fact]
    public async Task Corrected_and_discarded_are_as_they_were_after_a_restart()
    {
        long corrected, discarded;
        await using (var city = await StartAsync())
        {
            corrected = await HoldAsync(city);
            discarded = (await city.ReportAsync("10001", Observe("REVENUE", July, 7_000))).Held[0].Sequence;
            await DecideAsync(city, corrected, QuarantineDecisionKind.Correct, 60);
            await DecideAsync(city, discarded, QuarantineDecisionKind.Discard);
        }

        await using var again = await StartAsync();

        Assert.Equal(60, (await again.FigureAsync("31", "REVENUE", July)).Value);
        var entries = await again.Unit("10001").GetQuarantine();
        Assert.Equal(
            [(corrected, QuarantineState.Corrected), (discarded, QuarantineState.Discarded)],
            entries.Select(entry => (entry.Sequence, entry.State)));
        var late = await DecideAsync(again, discarded, QuarantineDecisionKind.Release);
        Assert.Equal("conflict", late.Refusal?.Code);
    }

    [Fact]
    public async Task A_correction_is_held_to_the_bounds_that_reports_are()
    {
        await using var city = await StartAsync();
        var held = await HoldAsync(city);

        var answer = await DecideAsync(city, held, QuarantineDecisionKind.Correct, -5);

        Assert.Equal("negative_value", answer.Refusal?.Code);
        Assert.Equal(2, _log.Head);
    }

    [Fact]
    public async Task What_is_not_held_cannot_be_decided()
    {
        await using var city = await StartAsync();
        await city.ReportAsync("10001", Observe("REVENUE", June2024, 100));

        Assert.Equal("not_found", (await DecideAsync(city, 1, QuarantineDecisionKind.Release)).Refusal?.Code);
    }

    [Fact]
    public async Task A_repeat_says_again_what_is_held()
    {
        await using var city = await StartAsync();
        await city.ReportAsync("10001", Observe("REVENUE", June2024, 100));
        Observation[] report = [Observe("CLINICS", July, 1), Observe("BEST", July, 1), Observe("REVENUE", July, 6_000)];
        var first = await city.ReportAsync("10001", "key", report);

        var again = await city.ReportAsync("10001", "key", report);

        Assert.True(again.IsRepeat);
        Assert.Equal(2, again.Accepted);
        Assert.Equal(first.Held.AsEnumerable(), again.Held);
        Assert.Equal(4, _log.Head);
    }

    [Fact]
    public async Task What_would_be_held_can_be_asked_and_nothing_is_kept()
    {
        await using var city = await StartAsync();
        await city.ReportAsync("10001", Observe("REVENUE", June2024, 100));

        var held = await city.Unit("10001").FindHeld([Observe("CLINICS", July, -1), Observe("REVENUE", July, 6_000)]);

        Assert.Equal((1, 0L), (Assert.Single(held).Index, held[0].Sequence));
        Assert.Equal(1, _log.Head);
    }

    [Fact]
    public async Task A_city_without_such_rules_holds_nothing()
    {
        await using var city = await GrainCity.WithClockAsync(_log, _clock);
        await city.ReportAsync("10001", Observe("REVENUE", June2024, 100));

        var answer = await city.ReportAsync("10001", Observe("REVENUE", July, 6_000));

        Assert.Equal((1, 0), (answer.Accepted, answer.Held.Length));
    }

    private static async Task<long> HoldAsync(GrainCity city)
    {
        await city.ReportAsync("10001", Observe("REVENUE", June2024, 100));
        return (await city.ReportAsync("10001", Observe("REVENUE", July, 6_000))).Held[0].Sequence;
    }

    private static Task<QuarantineAnswer> DecideAsync(
        GrainCity city, long sequence, QuarantineDecisionKind kind, double? value = null) =>
        city.Unit("10001").Decide(new QuarantineMessage(
            new QuarantineDecision(kind, sequence, "đã kiểm tra"), "head", value, null));

    private Task<GrainCity> StartAsync() => GrainCity.WithClockAsync(_log, _clock, definition: TestQuality.City());
}
