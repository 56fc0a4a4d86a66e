using Twin.Grains.Units;
using Twin.Model.Observations;
using Twin.Model.Quality;
using Twin.Model.Units;
using Twin.Simulation.Tests.Workload;

namespace Twin.Simulation.Tests.Checks;

/// <summary>
/// What was sent and what was answered, held against the log: what was acknowledged is there once, what was refused is
/// not, nothing is there twice, and who has an answer sees what it reported.
/// </summary>
internal sealed class Ledger(World world)
{
    /// <summary>A copy of the report that arrives late may be taken: by then that time has come.</summary>
    private const string OnlyForNow = "result_time_in_future";

    private readonly Dictionary<string, SentReport> _sent = new(StringComparer.Ordinal);
    private readonly ObservationRules _rules = new(world.City.Definition.Tree, world.City.Definition.Indicators);

    private readonly HashSet<string> _acknowledged = new(StringComparer.Ordinal);
    private readonly HashSet<string> _refused = new(StringComparer.Ordinal);
    private readonly HashSet<long> _decided = [];
    private readonly Dictionary<AdministrativeUnitCode, int> _batchesApplied = [];
    private readonly LoggedVersions _versions = new(world.City.Definition);

    /// <summary>How many observations were acknowledged.</summary>
    public int Acknowledged => _acknowledged.Count;

    /// <summary>A report is about to be sent. Each observation's source names it alone.</summary>
    public void Sent(AdministrativeUnitCode unit, ReportMessage report)
    {
        var good = report.Observations.Where(one => _rules.Check(unit, one, world.Clock.Now) is null);
        var sent = new SentReport(unit, report.Observations, [.. good]);
        foreach (var observation in report.Observations)
        {
            _sent.Add(observation.Source, sent);
        }
    }

    /// <summary>A report was answered.</summary>
    public void Answered(AdministrativeUnitCode unit, ReportMessage report, ReportAnswer answer)
    {
        var refused = answer.Rejected.ToDictionary(one => one.Index, one => one.Refusal.Code);
        if (answer.Accepted + answer.Held.Length + refused.Count != report.Observations.Length)
        {
            world.Fail($"A report of {World.Text(report.Observations.Length)} was answered with {answer}.");
        }

        for (var i = 0; i < report.Observations.Length; i++)
        {
            var source = report.Observations[i].Source;
            if (!refused.TryGetValue(i, out var code))
            {
                _acknowledged.Add(source);
            }
            else if (!string.Equals(code, OnlyForNow, StringComparison.Ordinal))
            {
                _refused.Add(source);
            }
        }

        // The unit had applied its part of the log as far as that, if not further.
        var batches = world.Disk.Of(unit);
        var applied = _batchesApplied.GetValueOrDefault(unit);
        for (; applied < batches.Count && batches[applied].LastSequence <= answer.LastSequence; applied++)
        {
            _versions.Add(batches[applied]);
        }

        _batchesApplied[unit] = applied;
        CheckLog();
    }

    /// <summary>A decision about something held was answered.</summary>
    public void Decided(QuarantineEntry entry)
    {
        _decided.Add(entry.DecisionSequence);
        CheckLog();
    }

    /// <summary>Whoever has an answer sees its write: in the unit at once, above it once that has settled.</summary>
    public async Task CheckOwnWriteAsync(AdministrativeUnitCode unit, ReportMessage report)
    {
        var observation = report.Observations[world.Random.Next(report.Observations.Length)];
        if (!_acknowledged.Contains(observation.Source))
        {
            return;
        }

        var path = world.City.Definition.Tree.On(observation.Period.End).PathUp(unit).ToArray();
        var seenFrom = path[world.Random.Next(path.Length)].Code;
        var atLeast = _versions.Of(seenFrom, observation.Indicator, observation.Period);
        try
        {
            if (seenFrom != unit)
            {
                await world.Silo.Unit(seenFrom).Settle();
            }

            var figure = await world.Silo.Unit(seenFrom).GetRollup(observation.Indicator, observation.Period, null);
            world.Note($"{observation.Source} is looked for from {seenFrom}: {World.Text(figure?.Version ?? -1)}");
            if (figure is null || figure.Version < atLeast)
            {
                world.Fail($"{observation.Source} of {unit} is not in {figure}, at version {World.Text(atLeast)}.");
            }
        }
        catch (Exception exception) when (Outcome.IsExpected(exception))
        {
            world.Note($"looking for {observation.Source} failed: {exception.Message}");
        }
    }

    /// <summary>Holds all answers against the log.</summary>
    public void CheckLog()
    {
        var logged = new HashSet<string>(StringComparer.Ordinal);
        var quarantine = new LoggedQuarantine(world);
        long sequence = 0;
        foreach (var batch in world.Disk.Batches)
        {
            if (batch.FirstSequence <= sequence)
            {
                world.Fail($"Sequence number {World.Text(batch.FirstSequence)} was given twice.");
            }

            sequence = batch.LastSequence;
            if (quarantine.TryTake(batch))
            {
                continue;
            }

            CheckBatch(batch.Batch);
            if (batch.Batch.Observations.FirstOrDefault(one => !logged.Add(one.Source)) is { Source: { } twice })
            {
                world.Fail($"{twice} is in the log twice.");
            }
        }

        if (_acknowledged.FirstOrDefault(source => !logged.Contains(source)) is { } lost)
        {
            world.Fail($"{lost} was acknowledged and is not in the log.");
        }

        if (_decided.FirstOrDefault(number => !quarantine.Decisions.Contains(number)) is > 0 and var undone)
        {
            world.Fail($"The decision {World.Text(undone)} was acknowledged and is not in the log.");
        }

        if (_refused.FirstOrDefault(logged.Contains) is { } kept)
        {
            world.Fail($"{kept} was refused and is in the log.");
        }
    }

    // A batch is there whole or not at all. What was refused when it came is not in it.
    private void CheckBatch(ObservationBatch batch)
    {
        var sent = _sent.GetValueOrDefault(batch.Observations[0].Source);
        var logged = batch.Observations.Select(one => one.AsReported()).ToArray();
        if (sent?.Unit != batch.Unit || logged.Except(sent.Observations).Any())
        {
            world.Fail($"{batch} is in the log and was not sent like that.");
        }
        else if (sent.Good.Except(logged).Select(one => one.Source).FirstOrDefault() is { } left)
        {
            world.Fail($"{left} was good, and is not in the log with the rest of its report.");
        }
    }
}
