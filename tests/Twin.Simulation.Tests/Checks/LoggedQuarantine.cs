using Twin.Model.Observations;
using Twin.Model.Quality;
using Twin.Model.Units;

namespace Twin.Simulation.Tests.Checks;

/// <summary>
/// What the log holds and decides, read batch by batch: a decision is about something held, and the only one.
/// </summary>
internal sealed class LoggedQuarantine(World world)
{
    private readonly Dictionary<(AdministrativeUnitCode Unit, long Sequence), Observation> _held = [];
    private readonly Dictionary<(AdministrativeUnitCode Unit, long Sequence), QuarantineDecisionKind> _kinds = [];

    /// <summary>The sequence numbers of decisions.</summary>
    public HashSet<long> Decisions { get; } = [];

    /// <summary>Takes note of a batch, and says whether it is a decision and no report.</summary>
    public bool TryTake(LoggedBatch logged)
    {
        for (var i = 0; i < logged.Batch.Observations.Length; i++)
        {
            if (logged.Batch.Observations[i].Notes?.Held is not null)
            {
                _held.Add((logged.Batch.Unit, logged.FirstSequence + i), logged.Batch.Observations[i]);
            }
        }

        if (logged.Batch.Observations[0].Notes?.Decision is not { } decision)
        {
            return false;
        }

        var key = (logged.Batch.Unit, decision.Sequence);
        var made = logged.Batch.Observations[0];
        if (!_held.TryGetValue(key, out var held) || held.Indicator != made.Indicator || held.Period != made.Period)
        {
            world.Fail($"Decision {World.Text(logged.FirstSequence)} is about nothing held: {made}.");
        }

        if (!_kinds.TryAdd(key, decision.Kind))
        {
            world.Fail($"{World.Text(decision.Sequence)} of {logged.Batch.Unit} was decided twice.");
        }

        Decisions.Add(logged.FirstSequence);
        return true;
    }

    /// <summary>Holds what a unit says of its quarantine against the log.</summary>
    public void Compare(AdministrativeUnitCode unit, IEnumerable<QuarantineEntry> entries)
    {
        var said = entries.ToDictionary(one => one.Sequence, one => one.Decision?.Kind);
        foreach (var (of, sequence) in _held.Keys.Where(key => key.Unit == unit))
        {
            QuarantineDecisionKind? kind = _kinds.TryGetValue((of, sequence), out var decided) ? decided : null;
            if (!said.Remove(sequence, out var state) || state != kind)
            {
                world.Fail($"{unit} does not say of {World.Text(sequence)} that it is held, and then {kind}.");
            }
        }

        if (said.Count > 0)
        {
            world.Fail($"{unit} holds {World.Text(said.Keys.First())}, which the log does not.");
        }
    }
}
