using Twin.Model.Observations;
using Twin.TestKit;
using static Twin.TestKit.TestCity;

namespace Twin.Grains.Tests.Units;

public sealed class RepeatedReportTests
{
    private readonly ManualTimeProvider _clock = new();

    [Fact]
    public async Task A_repeat_is_answered_by_what_the_log_took_and_not_by_what_is_good_now()
    {
        var log = new InMemoryObservationLog(_clock);
        await using var city = await GrainCity.WithClockAsync(log, _clock);
        Observation[] observations =
        [
            Observe("CLINICS", June2024, 4) with { ResultTime = _clock.GetUtcNow() + TimeSpan.FromMinutes(6) },
            Observe("REVENUE", June2024, 5),
        ];
        var first = await city.ReportAsync("10001", "key", observations);

        _clock.Advance(TimeSpan.FromMinutes(10));
        var again = await city.ReportAsync("10001", "key", observations);

        Assert.Equal("result_time_in_future", Assert.Single(first.Rejected).Refusal.Code);
        Assert.Equal((1, 1L, true), (again.Accepted, again.LastSequence, again.IsRepeat));
        var rejected = Assert.Single(again.Rejected);
        Assert.Equal((0, "refused_before"), (rejected.Index, rejected.Refusal.Code));
        Assert.Equal(1, log.Head);
    }

    [Fact]
    public async Task A_repeat_of_a_report_that_was_all_good_is_answered_like_the_first()
    {
        await using var city = await GrainCity.WithClockAsync(new InMemoryObservationLog(_clock), _clock);
        Observation[] observations = [Observe("CLINICS", June2024, 4), Observe("CLINICS", June2024, -1)];
        var first = await city.ReportAsync("10001", "key", observations);

        var again = await city.ReportAsync("10001", "key", observations);

        Assert.Equal((1, 1L, true), (again.Accepted, again.LastSequence, again.IsRepeat));
        Assert.Equal(first.Rejected.AsEnumerable(), again.Rejected);
    }
}
