using Microsoft.Extensions.DependencyInjection;
using Orleans.Runtime;
using Twin.Embedded.Reminders;
using Twin.Embedded.Tests.Grains;

namespace Twin.Embedded.Tests;

public sealed class ReminderTests
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);
    private static readonly DateTimeOffset Start = new(2026, 11, 25, 8, 0, 0, TimeSpan.Zero);

    private readonly Probe _probe = new();
    private readonly ProbeReminders _store;

    public ReminderTests() => _store = new ProbeReminders(_probe);

    public static TheoryData<string, DateTimeOffset?, DateTimeOffset, TimeSpan> Ticks => new()
    {
        { "before the first", null, Start - Hour, Hour },
        { "at the first", null, Start, TimeSpan.Zero },
        { "the first was missed", null, Start + (2.5 * Hour), TimeSpan.Zero },
        { "the first was served", Start, Start + TimeSpan.FromMinutes(10), TimeSpan.FromMinutes(50) },
        { "the last was served late", Start + (1.2 * Hour), Start + (1.5 * Hour), TimeSpan.FromMinutes(30) },
        { "several were missed: one makes up for them", Start, Start + (5.5 * Hour), TimeSpan.Zero },
        { "exactly at the next", Start, Start + Hour, TimeSpan.Zero },
    };

    [Theory]
    [MemberData(nameof(Ticks))]
    public void The_next_tick_is_at_a_whole_period_and_one_that_was_missed_is_now(
        string name, DateTimeOffset? last, DateTimeOffset now, TimeSpan expected)
    {
        var reminder = new StoredReminder("t", "k", "n", Start, Hour, last);

        Assert.True(ReminderClock.UntilNextTick(reminder, now) == expected, name);
    }

    [Fact]
    public async Task A_reminder_comes_when_it_is_due_and_each_period_after()
    {
        await using var host = await StartAsync();
        await host.Get<IRemindedGrain>("a").Remind("report", TimeSpan.FromMinutes(10), Hour);
        var first = Time(host, TimeSpan.FromMinutes(10));

        host.Clock.Advance(TimeSpan.FromMinutes(10));
        await _probe.WrittenAsync($"a reminded of report at {first}");
        await _probe.WrittenAsync("noted report");
        var second = Time(host, Hour);
        host.Clock.Advance(Hour);

        await _probe.WrittenAsync($"a reminded of report at {second}");
        Assert.Equal(2, _probe.Journal.Count(entry => entry.StartsWith("a reminded", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task After_a_restart_reminders_go_on_and_one_that_was_missed_comes_at_once()
    {
        await using (var before = await StartAsync())
        {
            await before.Get<IRemindedGrain>("a").Remind("report", TimeSpan.FromMinutes(10), Hour);
            await before.Host.StopAsync(CancellationToken.None);
        }

        await using var host = await StartAsync(later: Hour);
        host.Clock.Advance(TimeSpan.Zero);

        await _probe.WrittenAsync($"a reminded of report at {Time(host, TimeSpan.Zero)}");
        Assert.Equal("report", await host.Get<IRemindedGrain>("a").Names());
    }

    [Fact]
    public async Task A_store_that_cannot_be_read_at_the_start_is_asked_again()
    {
        await using (var before = await StartAsync())
        {
            await before.Get<IRemindedGrain>("a").Remind("report", Hour, Hour);
        }

        _store.FailReads(1);
        await using var host = await StartAsync();
        await _probe.WrittenAsync("reading reminders failed");
        var names = host.Get<IRemindedGrain>("a").Names();
        host.Clock.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal("report", await names.SoonAsync());
    }

    [Fact]
    public async Task What_is_forgotten_comes_no_more_not_even_after_a_restart()
    {
        await using (var before = await StartAsync())
        {
            await before.Get<IRemindedGrain>("a").Remind("report", Hour, Hour);
            await before.Get<IRemindedGrain>("a").Forget("report");
            before.Clock.Advance(2 * Hour);
            Assert.Equal(string.Empty, await before.Get<IRemindedGrain>("a").Names());
        }

        await using var host = await StartAsync();

        Assert.Equal(string.Empty, await host.Get<IRemindedGrain>("a").Names());
        Assert.DoesNotContain(_probe.Journal, entry => entry.StartsWith("a reminded", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_reminder_that_was_changed_since_it_was_got_is_not_forgotten()
    {
        await using var host = await StartAsync();

        await Assert.ThrowsAsync<ReminderException>(() => host.Get<IRemindedGrain>("a").ForgetStale("report", Hour));

        Assert.Equal("report", await host.Get<IRemindedGrain>("a").Names());
    }

    [Fact]
    public async Task A_reminder_that_fails_comes_again()
    {
        await using var host = await StartAsync();
        await host.Get<IRemindedGrain>("a").Remind("failing", TimeSpan.Zero, Hour);
        host.Clock.Advance(TimeSpan.Zero);
        await _probe.WrittenAsync("noted failing");
        var next = Time(host, Hour);

        host.Clock.Advance(Hour);

        await _probe.WrittenAsync($"a reminded of failing at {next}");
    }

    [Fact]
    public async Task A_tick_that_is_farther_than_a_timer_counts_comes_in_its_time()
    {
        var days = TimeSpan.FromDays(120);
        await using var host = await StartAsync();
        await host.Get<IRemindedGrain>("a").Remind("yearly", days, days);
        var due = Time(host, days);

        host.Clock.Advance(TimeSpan.FromDays(60));
        host.Clock.Advance(TimeSpan.FromDays(59));
        Assert.DoesNotContain(_probe.Journal, entry => entry.StartsWith("a reminded", StringComparison.Ordinal));
        host.Clock.Advance(TimeSpan.FromDays(1));

        await _probe.WrittenAsync($"a reminded of yearly at {due}");
    }

    [Theory]
    [InlineData("a period below the minimum", "report", 0, 59)]
    [InlineData("a negative due time", "report", -2, 3600)]
    [InlineData("no end of the period", "report", 0, -1)]
    [InlineData("no name", "", 0, 3600)]
    public async Task What_Orleans_refuses_is_refused(string reason, string name, int dueSeconds, int periodSeconds)
    {
        await using var host = await StartAsync();

        var refusal = await Assert.ThrowsAnyAsync<ArgumentException>(() => host.Get<IRemindedGrain>("a").Remind(
            name, TimeSpan.FromSeconds(dueSeconds), TimeSpan.FromSeconds(periodSeconds)));

        Assert.True(refusal.Message.Length > 0, reason);
    }

    [Fact]
    public async Task Without_a_store_no_reminder_is_taken()
    {
        await using var host = await TestHost.StartAsync();

        await Assert.ThrowsAsync<OrleansException>(() => host.Get<IRemindedGrain>("a").Remind("report", Hour, Hour));
    }

    private static string Time(TestHost host, TimeSpan later) =>
        FormattableString.Invariant($"{(host.Clock.GetUtcNow() + later).UtcDateTime:HH:mm}");

    private async Task<TestHost> StartAsync(TimeSpan later = default)
    {
        var host = await TestHost.StartAsync(services: services =>
        {
            services.AddSingleton(_probe);
            services.AddSingleton<IReminderStore>(_store);
        }, later: later);
        return host;
    }
}
