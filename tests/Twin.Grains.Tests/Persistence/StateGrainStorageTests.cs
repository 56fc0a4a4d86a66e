using System.Collections.Immutable;
using System.Text;
using Orleans.Storage;
using Twin.Grains.Persistence;
using Twin.Model;
using Twin.Model.Indicators;
using Twin.Model.Plans;
using Twin.Model.States;
using Twin.Model.Time;
using Twin.Model.Units;
using Twin.TestKit;

namespace Twin.Grains.Tests.Persistence;

public sealed class StateGrainStorageTests
{
    private static readonly GrainId Grain = GrainId.Create("case", "1");
    private static readonly StateKey Key = new("case", "file", "1");

    private readonly InMemoryStateStore _store = new();

    [Fact]
    public async Task A_state_comes_back_as_it_was_written()
    {
        var written = new CaseFile
        {
            Unit = AdministrativeUnitCode.Parse("11296", null),
            Period = TimePeriod.Month(2025, 6),
            Figures = new Dictionary<IndicatorCode, double>
            {
                [IndicatorCode.Parse("KTXH-01", null)] = 30.5,
                [IndicatorCode.Parse("KTXH-02", null)] = double.NaN,
            },
            Notes = [new Refusal("late", "Đã trễ 3 ngày.", "Gửi lại.")],
            Status = TargetStatus.Met,
        };

        await WriteAsync(new GrainState<CaseFile>(written));

        var read = await ReadAsync<CaseFile>();
        Assert.True(read.RecordExists);
        Assert.Equivalent(written, read.State, strict: true);
    }

    [Fact]
    public async Task What_a_document_says_is_for_people_to_read()
    {
        await WriteAsync(new GrainState<CaseFile>(new CaseFile { Period = TimePeriod.Month(2025, 6) }));

        var stored = await _store.ReadAsync(Key, default);
        var text = Encoding.UTF8.GetString((stored ?? throw new InvalidOperationException("Nothing.")).Value.Span);
        Assert.Contains("\"period\":\"2025-06\"", text, StringComparison.Ordinal);
        Assert.Contains("\"unit\":\"\"", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_never_written_is_new()
    {
        var read = await ReadAsync<CaseFile>();
        var positional = await ReadAsync<Positional>();

        Assert.False(read.RecordExists);
        Assert.Null(read.ETag);
        Assert.Empty(read.State?.Figures ?? throw new InvalidOperationException("No state."));
        Assert.NotNull(positional.State);
    }

    [Fact]
    public async Task A_writer_that_is_late_learns_both_versions()
    {
        var mine = await ReadAsync<Positional>();
        var theirs = await ReadAsync<Positional>();
        theirs.State = new Positional("theirs", 1);
        await WriteAsync(theirs);

        mine.State = new Positional("mine", 2);
        var conflict = await Assert.ThrowsAsync<InconsistentStateException>(() => WriteAsync(mine));

        Assert.Equal(theirs.ETag, conflict.StoredEtag);
        Assert.Null(conflict.CurrentEtag);
        Assert.Null(mine.ETag);
        Assert.Equal(new Positional("theirs", 1), (await ReadAsync<Positional>()).State);
    }

    [Fact]
    public async Task A_state_that_is_cleared_is_new_and_may_be_written_again()
    {
        var storage = new StateGrainStorage(_store);
        var state = new GrainState<Positional>(new Positional("one", 1));
        await WriteAsync(state);

        await storage.ClearStateAsync("file", Grain, state);

        Assert.False(state.RecordExists);
        Assert.Null(state.ETag);
        Assert.Null(state.State?.Name);
        state.State = new Positional("two", 2);
        await WriteAsync(state);
        Assert.Equal(new Positional("two", 2), (await ReadAsync<Positional>()).State);
    }

    [Fact]
    public async Task To_clear_what_another_has_written_is_a_conflict()
    {
        var state = new GrainState<Positional>(new Positional("one", 1));
        await WriteAsync(state);
        var late = new GrainState<Positional>(state.State, "no version of ours");

        await Assert.ThrowsAsync<InconsistentStateException>(
            () => new StateGrainStorage(_store).ClearStateAsync("file", Grain, late));

        Assert.NotNull(await _store.ReadAsync(Key, default));
    }

    [Theory]
    [InlineData("no JSON at all", "nonsense")]
    [InlineData("a period that is none", "{\"period\":\"2025-13\"}")]
    [InlineData("a number as text", "{\"status\":\"1\"}")]
    public async Task A_document_that_is_no_such_state_is_refused_by_name(string name, string document)
    {
        await _store.WriteAsync(Key, Encoding.UTF8.GetBytes(document), null, default);

        var failure = await Assert.ThrowsAsync<StateStoreException>(ReadAsync<CaseFile>);

        Assert.True(failure.Message.Contains("case/1/file", StringComparison.Ordinal), name);
    }

    [Fact]
    public async Task A_document_of_before_or_after_a_member_is_read()
    {
        await _store.WriteAsync(Key, Encoding.UTF8.GetBytes("{\"unit\":\"303\",\"color\":\"red\"}"), null, default);

        var read = await ReadAsync<CaseFile>();

        Assert.Equal(AdministrativeUnitCode.Parse("303", null), read.State?.Unit);
        Assert.Equal(default(TimePeriod), read.State?.Period);
    }

    private Task WriteAsync<T>(GrainState<T> state) =>
        new StateGrainStorage(_store).WriteStateAsync("file", Grain, state);

    private async Task<GrainState<T>> ReadAsync<T>()
    {
        var state = new GrainState<T>();
        await new StateGrainStorage(_store).ReadStateAsync("file", Grain, state);
        return state;
    }

    private sealed class CaseFile
    {
        public AdministrativeUnitCode Unit { get; set; }

        public TimePeriod Period { get; set; }

        public Dictionary<IndicatorCode, double> Figures { get; init; } = [];

        public ImmutableArray<Refusal> Notes { get; init; } = [];

        public TargetStatus Status { get; init; }
    }

    private sealed record Positional(string Name, int Number);
}
