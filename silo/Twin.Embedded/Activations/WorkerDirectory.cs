namespace Twin.Embedded.Activations;

/// <summary>
/// Up to a number of activations for each key, of which a call gets the one with the least to do. One lock for all
/// keys: it is held for as long as it takes to look at a key's few workers.
/// </summary>
internal sealed class WorkerDirectory(GrainClass grainClass, int maxWorkers) : ActivationDirectory
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, List<Activation>> _workers = new(StringComparer.Ordinal);
    private int _count;

    public override bool IsSticky => false;

    public override int Count => Volatile.Read(ref _count);

    public override IEnumerable<Activation> All
    {
        get
        {
            lock (_gate)
            {
                return [.. _workers.Values.SelectMany(workers => workers)];
            }
        }
    }

    public override Activation Locate(string key)
    {
        lock (_gate)
        {
            if (!_workers.TryGetValue(key, out var workers))
            {
                return Add(key, []);
            }

            // A key that is here has a worker at least.
            var least = workers.MinBy(worker => worker.Load)!;
            return least.Load == 0 || workers.Count >= maxWorkers ? least : Add(key, workers);
        }
    }

    public override bool Remove(Activation activation)
    {
        lock (_gate)
        {
            if (!_workers.TryGetValue(activation.Key, out var workers) || !workers.Remove(activation))
            {
                return false;
            }

            _count--;
            if (workers.Count == 0)
            {
                _workers.Remove(activation.Key);
            }

            return true;
        }
    }

    private Activation Add(string key, List<Activation> workers)
    {
        var made = grainClass.MakeActivation(key);
        workers.Add(made);
        _workers[key] = workers;
        _count++;
        grainClass.OnPublished(made);
        return made;
    }
}
