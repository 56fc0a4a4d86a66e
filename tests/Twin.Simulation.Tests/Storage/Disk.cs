using Twin.Model.Observations;
using Twin.Model.Units;
using Twin.TestKit;

namespace Twin.Simulation.Tests.Storage;

/// <summary>What is durable: it outlives every crash of the silo.</summary>
internal sealed class Disk
{
    private readonly List<LoggedBatch> _batches = [];
    private readonly Dictionary<AdministrativeUnitCode, List<LoggedBatch>> _byUnit = [];
    private readonly Dictionary<(AdministrativeUnitCode Unit, string Key), LoggedBatch> _byKey = [];
    private DateTimeOffset _lastRecordedAt;

    /// <summary>The last sequence number.</summary>
    public long Head { get; private set; }

    /// <summary>Every batch, oldest first.</summary>
    public IReadOnlyList<LoggedBatch> Batches => _batches;

    /// <summary>The states of grains.</summary>
    public InMemoryStateStore States { get; } = new();

    /// <summary>The batches of one unit, oldest first.</summary>
    public IReadOnlyList<LoggedBatch> Of(AdministrativeUnitCode unit) =>
        _byUnit.TryGetValue(unit, out var batches) ? batches : [];

    /// <summary>The batch that a key brought.</summary>
    public LoggedBatch? Find(AdministrativeUnitCode unit, string key) => _byKey.GetValueOrDefault((unit, key));

    /// <summary>Writes a batch. Recorded times never go back.</summary>
    public LoggedBatch Write(ObservationBatch batch, DateTimeOffset now)
    {
        _lastRecordedAt = now > _lastRecordedAt ? now : _lastRecordedAt;
        var logged = new LoggedBatch(Head + 1, _lastRecordedAt, batch);
        _batches.Add(logged);
        if (!_byUnit.TryGetValue(batch.Unit, out var ofUnit))
        {
            _byUnit.Add(batch.Unit, ofUnit = []);
        }

        ofUnit.Add(logged);
        if (batch.IdempotencyKey is { } key)
        {
            _byKey[(batch.Unit, key)] = logged;
        }

        Head = logged.LastSequence;
        return logged;
    }

    /// <summary>A bug put in on purpose: no key is known any more.</summary>
    public void ForgetKeys() => _byKey.Clear();

    /// <summary>A bug put in on purpose: numbers are given again.</summary>
    public void SetBack(int by) => Head = Math.Max(0, Head - by);
}
