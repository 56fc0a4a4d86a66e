using Microsoft.Extensions.Options;
using Twin.Api.Hosting;
using Twin.Api.Live;
using Twin.Api.Statistics;
using Twin.Grains.Quality;
using Twin.Grains.Units;
using Twin.Model;
using Twin.Model.Quality;
using Twin.Model.Units;

namespace Twin.Api.Quality;

/// <summary>Asks the grains of a unit and all that ever stood below it for what they hold.</summary>
internal sealed class QuarantineCollector(CityDefinition city, IGrainFactory grains, IOptions<TwinApiOptions> options)
{
    /// <summary>What was held, the latest first.</summary>
    public async Task<IReadOnlyList<QuarantineEntry>> ListAsync(
        AdministrativeUnitCode root, CancellationToken cancellationToken)
    {
        string[] units = [.. EventFilter.SelfAndEverBelow(city.Tree, root).Order(StringComparer.Ordinal)];
        var all = await FanOut.AskAsync(
            units, options.Value.MaxGrainCalls, unit => Grain(unit).GetQuarantine(), cancellationToken);
        return [.. all.SelectMany(each => each).OrderByDescending(entry => entry.Sequence)];
    }

    /// <summary>One of them; <c>null</c> where nothing is called so.</summary>
    public async Task<QuarantineEntry?> FindAsync(string id) =>
        TryRead(id, out var key)
            ? (await Grain(key.Unit.Value).GetQuarantine()).FirstOrDefault(entry => entry.Sequence == key.Sequence)
            : null;

    /// <summary>Decides; <c>null</c> where nothing can be called so.</summary>
    public async Task<QuarantineAnswer?> DecideAsync(
        string id, QuarantineDecisionKind kind, string by, string comment, double? value, double? denominator) =>
        TryRead(id, out var key)
            ? await Grain(key.Unit.Value).Decide(new QuarantineMessage(
                new QuarantineDecision(kind, key.Sequence, comment), by, value, denominator))
            : null;

    /// <summary>No grain is woken for a made-up code.</summary>
    private bool TryRead(string id, out QuarantineKey key) =>
        QuarantineKey.TryParse(id, out key) && city.Tree.Contains(key.Unit);

    private IAdministrativeUnitGrain Grain(string unit) => grains.GetGrain<IAdministrativeUnitGrain>(unit);
}
