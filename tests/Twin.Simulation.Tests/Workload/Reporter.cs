using System.Collections.Immutable;
using Twin.Grains.Quality;
using Twin.Grains.Units;
using Twin.Model.Observations;
using Twin.Model.Quality;
using Twin.Model.Units;

namespace Twin.Simulation.Tests.Workload;

/// <summary>
/// Reports, corrects and withdraws; sends again what failed, if it has a key, and gives up at some point. Now and then
/// it looks for its own write.
/// </summary>
internal sealed class Reporter(World world, int number)
{
    private const int Reports = 7;
    private const int MaxObservations = 3;
    private const int MaxAttempts = 6;
    private const int PauseMilliseconds = 300;

    public async Task RunAsync()
    {
        for (var i = 0; i < Reports; i++)
        {
            await world.PauseAsync(world.Milliseconds(PauseMilliseconds));
            await ReportAsync($"c{World.Text(number)}-{World.Text(i)}");
        }
    }

    private async Task ReportAsync(string name)
    {
        var unit = world.City.Units[world.Random.Next(world.City.Units.Count)];
        var key = world.Random.Next(5) == 0 ? null : name;
        ImmutableArray<Observation> observations =
        [
            .. Enumerable.Range(0, world.Random.Next(1, MaxObservations + 1)).Select(
                i => world.City.Observe(unit, $"{name}#{World.Text(i)}", world.Clock.Now)),
        ];
        var report = new ReportMessage("simulation", key, observations);
        world.Ledger.Sent(unit, report);

        // Without a key it must not be sent again: nobody could tell. Some give up at once.
        var attempts = key is null ? 1 : Math.Max(1, world.Random.Next(-2, MaxAttempts + 1));
        for (var attempt = 0; attempt < attempts; attempt++)
        {
            if (await TrySendAsync(unit, report) is { } answer)
            {
                var (taken, last) = (World.Text(answer.Accepted), World.Text(answer.LastSequence));
                world.Note($"{name} for {unit}: {taken} taken, to {last}");
                world.Ledger.Answered(unit, report, answer);
                await world.Ledger.CheckOwnWriteAsync(unit, report);
                foreach (var held in answer.Held.Where(_ => world.Random.Next(3) > 0))
                {
                    await DecideAsync(unit, held.Sequence);
                }

                return;
            }

            await world.PauseAsync(world.Milliseconds(PauseMilliseconds << attempt));
        }
    }

    private async Task DecideAsync(AdministrativeUnitCode unit, long sequence)
    {
        await world.PauseAsync(world.Milliseconds(PauseMilliseconds));
        var kind = (QuarantineDecisionKind)world.Random.Next(3);
        var decision = new QuarantineDecision(kind, sequence, $"{kind} {World.Text(sequence)}");
        var isCorrection = kind == QuarantineDecisionKind.Correct;
        try
        {
            var answer = await world.Silo.Unit(unit).Decide(
                new QuarantineMessage(decision, "decider", isCorrection ? 1 : null, isCorrection ? 2 : null));
            world.Note($"{decision.Comment}: {answer.Entry?.State.ToString() ?? answer.Refusal?.Detail}");
            if (answer.Entry is { } entry)
            {
                world.Ledger.Decided(entry);
            }
        }
        catch (Exception exception) when (Outcome.IsExpected(exception))
        {
            world.Note($"{decision.Comment} failed: {exception.Message}");
        }
    }

    private async Task<ReportAnswer?> TrySendAsync(AdministrativeUnitCode unit, ReportMessage report)
    {
        try
        {
            return await world.Silo.Unit(unit).Report(report);
        }
        catch (Exception exception) when (Outcome.IsExpected(exception))
        {
            world.Note($"report for {unit} failed: {exception.Message}");
            return null;
        }
    }
}
