using System.Globalization;
using Orleans;
using Orleans.Runtime;
using Orleans.Storage;
using Twin.Embedded.Activations;
using Twin.Embedded.Persistence;
using Twin.Embedded.Tests.Grains;

namespace Twin.Embedded.Tests;

public sealed class PersistentStateTests
{
    [Fact]
    public async Task A_state_is_loaded_before_the_grain_starts()
    {
        await using var host = await TestHost.StartAsync();
        host.Storage.Put("words", "ledger", "a", new List<string> { "kept" });

        Assert.Equal("kept", await host.Get<ILedgerGrain>("a").Words());

        Assert.Contains("a starts with kept", host.Probe.Journal, StringComparer.Ordinal);
    }

    [Fact]
    public async Task What_was_never_kept_is_new_and_not_stored()
    {
        await using var host = await TestHost.StartAsync();
        var grain = host.Get<ILedgerGrain>("a");

        Assert.Equal(string.Empty, await grain.Words());
        Assert.False(await grain.IsStored());
    }

    [Fact]
    public async Task The_next_activation_finds_what_was_written()
    {
        await using var host = await TestHost.StartAsync();
        var grain = host.Get<ILedgerGrain>("a");
        await grain.Add("one");
        await grain.Add("two");
        Deactivate(host);
        await host.Probe.WrittenAsync("a deactivated: ApplicationRequested");

        Assert.Equal("one two", await grain.Words());
        Assert.True(await grain.IsStored());
    }

    [Fact]
    public async Task Two_states_of_one_type_are_two_and_one_without_a_name_has_its_parameters()
    {
        await using var host = await TestHost.StartAsync();
        var grain = host.Get<ILedgerGrain>("a");

        await grain.Add("one");
        await grain.AddOther("other");

        Assert.Equal("one", await grain.Words());
        Assert.Equal("other", await grain.OtherWords());
        Assert.True(host.Storage.Has("words", "ledger", "a"));
        Assert.True(host.Storage.Has("others", "ledger", "a"));
    }

    [Fact]
    public async Task A_conflict_reaches_the_caller_and_ends_the_activation()
    {
        await using var host = await TestHost.StartAsync();
        var grain = host.Get<ILedgerGrain>("a");
        await grain.Add("mine");
        host.Storage.Put("words", "ledger", "a", new List<string> { "theirs" });

        var conflict = await Assert.ThrowsAsync<InconsistentStateException>(() => grain.Add("late"));

        await host.Probe.WrittenAsync("a deactivated: ApplicationError");
        Assert.NotEqual(conflict.CurrentEtag, conflict.StoredEtag, StringComparer.Ordinal);
        Assert.Equal("theirs", await grain.Words());
    }

    [Fact]
    public async Task A_conflict_that_passes_through_a_caller_does_not_end_the_caller()
    {
        await using var host = await TestHost.StartAsync();
        await host.Get<ILedgerGrain>("a").Add("mine");
        host.Storage.Put("words", "ledger", "a", new List<string> { "theirs" });

        await Assert.ThrowsAsync<InconsistentStateException>(() => host.Get<ILedgerGrain>("b").AddAt("a", "late"));

        await host.Probe.WrittenAsync("a deactivated: ApplicationError");
        Assert.Equal(string.Empty, await host.Get<ILedgerGrain>("b").Words());
        Assert.DoesNotContain("b deactivated: ApplicationError", host.Probe.Journal, StringComparer.Ordinal);
    }

    [Fact]
    public async Task A_failing_storage_reaches_the_caller_with_its_cause_and_the_grain_goes_on()
    {
        await using var host = await TestHost.StartAsync();
        var grain = host.Get<ILedgerGrain>("a");
        await grain.Add("one");

        host.Storage.Failure = new IOException("The disk is full.");
        var failure = await Assert.ThrowsAsync<OrleansException>(() => grain.Add("two"));
        host.Storage.Failure = null;

        Assert.IsType<IOException>(failure.InnerException);
        Assert.Contains("ledger/a", failure.Message, StringComparison.Ordinal);
        await grain.Add("three");
        Assert.Equal("one two three", await grain.Words());
        await grain.Reload();
        Assert.Equal("one two three", await grain.Words());
    }

    [Fact]
    public async Task A_state_that_cannot_be_loaded_fails_the_activation_and_the_next_call_tries_again()
    {
        await using var host = await TestHost.StartAsync();
        var grain = host.Get<ILedgerGrain>("a");

        host.Storage.Failure = new IOException("The disk is gone.");
        await Assert.ThrowsAsync<OrleansException>(grain.Words);
        host.Storage.Failure = null;

        Assert.Equal(string.Empty, await grain.Words());
        Assert.Equal(1, host.Statistics(nameof(LedgerGrain)).FailedActivations);
    }

    [Fact]
    public async Task Writes_that_wait_for_one_under_way_become_one()
    {
        await using var host = await TestHost.StartAsync();
        var grain = host.Get<ILedgerGrain>("a");
        await grain.Words();
        host.Storage.HoldsWrites = true;

        var calls = new List<Task> { grain.AddInterleaving("0") };
        await host.Probe.WrittenAsync("write words of ledger/a");
        calls.AddRange(Enumerable.Range(1, 20).Select(i => grain.AddInterleaving(
            i.ToString(CultureInfo.InvariantCulture))));
        await host.Probe.WrittenAsync("20 added");
        host.Probe.Open("write");
        await Task.WhenAll(calls).SoonAsync();

        Assert.Equal(2, host.Probe.Journal.Count(entry => entry.StartsWith("write words", StringComparison.Ordinal)));
        Assert.Equal(string.Join(' ', Enumerable.Range(0, 21)), await grain.Words());
    }

    [Fact]
    public async Task A_write_takes_the_state_as_the_turn_leaves_it()
    {
        await using var host = await TestHost.StartAsync();
        var grain = host.Get<ILedgerGrain>("a");

        await grain.AddAfterAskingForTheWrite("late");
        await grain.Reload();

        Assert.Equal("late", await grain.Words());
    }

    [Fact]
    public async Task A_state_that_is_cleared_is_new_and_may_be_written_again()
    {
        await using var host = await TestHost.StartAsync();
        var grain = host.Get<ILedgerGrain>("a");
        await grain.Add("one");

        await grain.Clear();

        Assert.Equal(string.Empty, await grain.Words());
        Assert.False(await grain.IsStored());
        Assert.False(host.Storage.Has("words", "ledger", "a"));
        await grain.Add("two");
        Assert.Equal("two", await grain.Words());
    }

    [Fact]
    public async Task A_write_that_is_cancelled_is_its_callers_alone()
    {
        await using var host = await TestHost.StartAsync();
        var grain = host.Get<ILedgerGrain>("a");
        await grain.Words();
        host.Storage.Failure = new OperationCanceledException("Withdrawn.");

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => grain.AddCancelled("one"));
        var foreign = await Assert.ThrowsAsync<OrleansException>(() => grain.Add("two"));
        host.Storage.Failure = null;

        Assert.IsType<OperationCanceledException>(foreign.InnerException);
        await grain.Add("three");
        Assert.Equal("one two three", await grain.Words());
    }

    [Fact]
    public async Task A_state_belongs_to_the_turns_of_its_grain()
    {
        await using var host = await TestHost.StartAsync();

        var refusal = await Assert.ThrowsAsync<InvalidOperationException>(host.Get<ILedgerGrain>("a").Misuse);

        Assert.Contains("turns", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_storage_that_nobody_registered_fails_the_activation()
    {
        await using var host = await TestHost.StartAsync();

        var failure = await Assert.ThrowsAsync<BadProviderConfigException>(host.Get<IStraysGrain>("a").Touch);

        Assert.Contains("Nowhere", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(typeof(WrongParameter), "instead of IPersistentState<T>")]
    [InlineData(typeof(TwoConstructors), "leave one")]
    public void A_class_that_takes_states_wrongly_is_refused_at_start(Type type, string fault)
    {
        var refusal = Assert.Throws<InvalidOperationException>(() => StateParameter.Of(type));

        Assert.Contains(type.Name, refusal.Message, StringComparison.Ordinal);
        Assert.Contains(fault, refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("the suffix goes", nameof(LedgerGrain), "ledger")]
    [InlineData("an attribute decides", nameof(StraysGrain), "stray")]
    public async Task A_grain_type_is_named_as_Orleans_names_it(string name, string grainClass, string expected)
    {
        await using var host = await TestHost.StartAsync();

        var type = host.Host.Classes.Single(one => one.Name.Equals(grainClass, StringComparison.Ordinal)).GrainType;

        Assert.True(type == GrainType.Create(expected), name);
    }

    private static void Deactivate(TestHost host)
    {
        var reason = new DeactivationReason(DeactivationReasonCode.ApplicationRequested, "The test asks for it.");
        foreach (Activation activation in host.Host.Classes.SelectMany(one => one.Activations))
        {
            activation.Deactivate(reason, CancellationToken.None);
        }
    }

    private sealed class WrongParameter([PersistentState("words")] List<string> words)
    {
        public IReadOnlyList<string> Words => words;
    }

    private sealed class TwoConstructors
    {
        public TwoConstructors()
        {
        }

        public TwoConstructors([PersistentState("words")] IPersistentState<List<string>> words) => Words = words;

        public IPersistentState<List<string>>? Words { get; }
    }
}
