using Twin.Model.Cities;
using Twin.Model.Units;
using Twin.TestKit;
using static Twin.TestKit.TestCity;

namespace Twin.Grains.Tests.Cities;

public sealed class CityGrainTests
{
    private readonly InMemoryObservationLog _log = new(TimeProvider.System);
    private readonly InMemoryCityJournal _journal = new();

    [Fact]
    public async Task A_change_is_in_the_journal_with_who_and_why_when_it_is_answered()
    {
        await using var city = await StartAsync();

        var answer = await city.ChangeAsync("rename", "Đơn vị 10002=Một", 0);

        Assert.Equal(1, answer.Sequence);
        var entry = Assert.Single(await _journal.ReadAsync(0, default));
        Assert.Equal(("rename", "tester", "a test"), (entry.Kind, entry.By, entry.Reason));
    }

    [Fact]
    public async Task Units_concerned_come_back_on_the_new_definition_with_all_that_was_acknowledged()
    {
        await using var city = await StartAsync();
        await city.ReportAsync("10002", Observe("CLINICS", June2024, 3));
        await city.ReportAsync("10004", Observe("CLINICS", June2024, 4));
        Assert.Equal(7, (await city.FigureAsync("31", "CLINICS", June2024)).Value);

        var answer = await city.ChangeAsync("move", "10004>301", 0);

        Assert.Empty(answer.Refusals);
        Assert.Equal(7, (await city.FigureAsync("31", "CLINICS", June2024)).Value);
        var upper = await city.FigureAsync("301", "CLINICS", June2024);
        Assert.Equal((7, 4), (upper.Value, upper.Expected));
        Assert.Null((await city.FigureAsync("302", "CLINICS", June2024)).Value);
    }

    [Fact]
    public async Task A_report_that_is_under_way_is_checked_by_one_definition_and_kept()
    {
        var held = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _log.BeforeCommit = _ =>
        {
            reached.TrySetResult();
            return held.Task;
        };
        await using var city = await StartAsync();
        var report = city.ReportAsync("10004", Observe("CLINICS", June2024, 4));
        await reached.Task;

        var change = city.ChangeAsync("move", "10004>301", 0);
        held.SetResult();

        Assert.Equal(1, (await report).Accepted);
        Assert.Equal(1, (await change).Sequence);
        Assert.Equal(4, (await city.FigureAsync("301", "CLINICS", June2024)).Value);
    }

    [Fact]
    public async Task Undoing_brings_the_figures_back()
    {
        await using var city = await StartAsync();
        await city.ReportAsync("10004", Observe("CLINICS", June2024, 4));
        await city.ChangeAsync("move", "10004>301", 0);

        var answer = await city.UndoAsync(1, 1);

        Assert.Equal(2, answer.Sequence);
        Assert.Equal(4, (await city.FigureAsync("302", "CLINICS", June2024)).Value);
        Assert.Null((await city.FigureAsync("301", "CLINICS", June2024)).Value);
    }

    [Fact]
    public async Task A_change_made_for_another_revision_is_refused_and_not_written()
    {
        await using var city = await StartAsync();
        await city.ChangeAsync("rename", "Đơn vị 10002=Một", 0);

        var answer = await city.ChangeAsync("rename", "Đơn vị 10003=Hai", 0);

        Assert.Equal("revision_conflict", Assert.Single(answer.Refusals).Code);
        Assert.Single(await _journal.ReadAsync(0, default));
    }

    [Fact]
    public async Task A_journal_that_cannot_be_written_leaves_the_city_as_it_was()
    {
        await using var city = await StartAsync();
        _journal.FailAppends = true;

        var answer = await city.ChangeAsync("rename", "Đơn vị 10002=Một", 0);

        Assert.Equal("unavailable", Assert.Single(answer.Refusals).Code);
        _journal.FailAppends = false;
        Assert.Equal(1, (await city.ChangeAsync("rename", "Đơn vị 10002=Một", 0)).Sequence);
    }

    [Fact]
    public async Task A_change_that_another_silo_has_made_is_followed_before_the_next()
    {
        await using var city = await StartAsync();
        await _journal.AppendAsync(RenameKind.Rename(1, "Đơn vị 10002", "Một"), default);

        Assert.Equal(2, (await city.ChangeAsync("rename", "Một=Hai", 1)).Sequence);
    }

    private Task<GrainCity> StartAsync() =>
        GrainCity.WithJournalAsync(_log, _journal, new RenameKind(), new MoveKind());

    /// <summary>The payload <c>code&gt;upper</c> puts a unit below another.</summary>
    private sealed class MoveKind : ICityChangeKind
    {
        public string Kind => "move";

        public ChangeOutcome Apply(Model.CityDefinition city, CityChange change)
        {
            var (code, upper) = (Code(change.Payload.Split('>')[0]), Code(change.Payload.Split('>')[1]));
            var units = city.Tree.Versions.Select(unit => unit.Code == code ? unit with { UpperUnit = upper } : unit);
            return new ChangeOutcome.Applied(city with { Tree = new AdministrativeTree(units) }, []);
        }
    }
}
