using System.Collections.Immutable;
using Twin.Model.Dimensions;
using Twin.Model.Indicators;
using Twin.Model.Observations;
using Twin.Model.Rollups;
using Twin.Model.Time;
using Twin.Model.Units;
using static Twin.Model.Tests.Texts;

namespace Twin.Model.Tests.Rollups;

/// <summary>
/// The histories and tables of all units, joined by messages that travel as the caller wants: in any order, twice, or
/// not at all. What grains and their host do around the model, without either.
/// </summary>
internal sealed class RollupNetwork
{
    private readonly AdministrativeTree _tree;
    private readonly IndicatorCatalog _indicators;
    private readonly List<LoggedBatch> _log = [];
    private readonly Dictionary<AdministrativeUnitCode, Node> _nodes = [];
    private readonly List<Message> _travelling = [];
    private long _head;

    public RollupNetwork(AdministrativeTree tree, IndicatorCatalog indicators)
    {
        _tree = tree;
        _indicators = indicators;
        foreach (var code in Units)
        {
            _nodes[code] = new Node(code, tree, indicators);
        }
    }

    /// <summary>The codes of all units of all dates, in order.</summary>
    public IEnumerable<AdministrativeUnitCode> Units => _tree.Versions.Select(u => u.Code).Distinct();

    /// <summary>How many messages are on their way.</summary>
    public int Travelling => _travelling.Count;

    /// <summary>What has been reported.</summary>
    public IReadOnlyList<LoggedBatch> Log => _log;

    /// <summary>A unit reports: the batch enters the log and then its history.</summary>
    public void Report(AdministrativeUnitCode unit, params Observation[] observations)
    {
        var recordedAt = Instant("2026-01-01T00:00:00").AddSeconds(_log.Count);
        var logged = new LoggedBatch(
            _head + 1, recordedAt, new ObservationBatch(unit, "test", null, [.. observations]));
        _head = logged.LastSequence;
        _log.Add(logged);
        _nodes[unit].History.Apply(logged);
    }

    /// <summary>A unit puts at most so many of its changed totals on their way.</summary>
    public void Send(AdministrativeUnitCode unit, int limit)
    {
        if (_nodes[unit].Table.TryTakeChanges(limit, out var upper, out var rows)
            && upper is { } above && !rows.Value.IsEmpty)
        {
            _travelling.Add(new Message(unit, above, rows.Value));
        }
    }

    /// <summary>A message arrives.</summary>
    public void Deliver(int message) => Arrive(TakeOff(message));

    /// <summary>A message arrives and arrives again some time later.</summary>
    public void Repeat(int message) => Arrive(_travelling[message]);

    /// <summary>A message is lost, and its sender learns of it.</summary>
    public void Lose(int message)
    {
        var lost = TakeOff(message);
        _nodes[lost.From].Table.GiveBack(lost.Rows);
    }

    /// <summary>A message arrives, and its sender is told that it did not.</summary>
    public void LoseAnswer(int message)
    {
        Arrive(_travelling[message]);
        Lose(message);
    }

    /// <summary>A message is lost together with its sender.</summary>
    public void LoseWithSender(int message) => Restart(TakeOff(message).From);

    /// <summary>
    /// A unit forgets everything, reads its part of the log, and asks the units below for their totals.
    /// </summary>
    public void Restart(AdministrativeUnitCode unit)
    {
        var node = new Node(unit, _tree, _indicators);
        foreach (var logged in _log.Where(l => l.Batch.Unit == unit))
        {
            node.History.Apply(logged);
        }

        foreach (var child in _tree.EverBelow(unit))
        {
            node.Table.Receive(child, _nodes[child].Table.All(unit));
        }

        _nodes[unit] = node;
    }

    /// <summary>Everything that is on its way, or has still to be sent, arrives.</summary>
    public void Settle()
    {
        var isQuiet = false;
        while (!isQuiet)
        {
            while (_travelling.Count > 0)
            {
                Deliver(_travelling.Count - 1);
            }

            foreach (var unit in _nodes.Keys)
            {
                while (_nodes[unit].Table.HasChanges)
                {
                    Send(unit, int.MaxValue);
                }
            }

            isQuiet = _travelling.Count == 0;
        }
    }

    /// <summary>The table of a unit.</summary>
    public RollupTable Table(AdministrativeUnitCode unit) => _nodes[unit].Table;

    /// <summary>A figure as it was known at an instant: what each unit below had contributed by then.</summary>
    public RollupTable TableAsOf(AdministrativeUnitCode unit, int indicator, TimePeriod period, DateTimeOffset asOf)
    {
        var then = new RollupTable(unit, _tree, _indicators);
        _nodes[unit].History.CopyTo(then, indicator, period, asOf);
        foreach (var child in _tree.On(period.End).ChildrenOf(unit))
        {
            then.Receive(child.Code, TableAsOf(child.Code, indicator, period, asOf).Rows(indicator, period));
        }

        return then;
    }

    /// <summary>Every total of every unit, with its version.</summary>
    public Dictionary<(AdministrativeUnitCode Unit, IndicatorCode Indicator, int Period, Breakdown Breakdown),
        AggregateSlot> Totals()
    {
        var totals = new Dictionary<(AdministrativeUnitCode, IndicatorCode, int, Breakdown), AggregateSlot>();
        foreach (var (unit, node) in _nodes)
        {
            foreach (var period in node.Table.Periods(null))
            {
                foreach (var indicator in node.Table.Indicators(period))
                {
                    foreach (var part in node.Table.Breakdowns(indicator, period).Prepend(Breakdown.None))
                    {
                        Assert.True(node.Table.TryGetTotal(indicator, period, out var total, part));
                        totals.Add((unit, _indicators[indicator].Code, period.Key, part), total);
                    }
                }
            }
        }

        return totals;
    }

    /// <summary>
    /// Fails unless every figure has the bits of the batch recompute; answers how many were compared.
    /// </summary>
    public int AssertEqualsRecompute()
    {
        var recompute = new BatchRecompute(_tree, _indicators);
        foreach (var logged in _log)
        {
            recompute.Add(logged);
        }

        var totals = Totals();
        var compared = 0;
        foreach (var (indicator, period, breakdown) in recompute.Cells())
        {
            foreach (var unit in _tree.On(period.End).Units)
            {
                var live = totals.GetValueOrDefault((unit.Code, indicator.Code, period.Key, breakdown)).Aggregate;
                var expected = recompute.Compute(unit.Code, indicator, period, breakdown);
                Assert.True(
                    Bits(expected) == Bits(live),
                    $"{unit.Code} {indicator.Code} {period} {breakdown}: live {live}, recomputed {expected}");
                compared++;
            }
        }

        return compared;
    }

    /// <summary>The bits of an aggregate, by which two are the same.</summary>
    public static (long Numerator, long Denominator, int Reported, int Demo, long Oldest) Bits(in Aggregate a) =>
        (BitConverter.DoubleToInt64Bits(a.Numerator), BitConverter.DoubleToInt64Bits(a.Denominator), a.Reported, a.Demo,
            a.OldestUnixMilliseconds);

    private void Arrive(Message message) => _nodes[message.To].Table.Receive(message.From, message.Rows);

    private Message TakeOff(int message)
    {
        var taken = _travelling[message];
        _travelling[message] = _travelling[^1];
        _travelling.RemoveAt(_travelling.Count - 1);
        return taken;
    }

    private sealed record Message(
        AdministrativeUnitCode From, AdministrativeUnitCode To, ImmutableArray<VersionedAggregate> Rows);

    private sealed class Node
    {
        public Node(AdministrativeUnitCode unit, AdministrativeTree tree, IndicatorCatalog indicators)
        {
            Table = new RollupTable(unit, tree, indicators);
            History = new UnitHistory(Table, indicators);
        }

        public RollupTable Table { get; }

        public UnitHistory History { get; }
    }
}
