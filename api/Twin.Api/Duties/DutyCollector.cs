using Microsoft.Extensions.Options;
using Twin.Api.Hosting;
using Twin.Api.Live;
using Twin.Api.Statistics;
using Twin.Grains.Agencies;
using Twin.Grains.Duties;
using Twin.Grains.Units;
using Twin.Model;
using Twin.Model.Duties;
using Twin.Model.Units;

namespace Twin.Api.Duties;

/// <summary>Asks the grains of units and agencies what they owe.</summary>
internal sealed class DutyCollector(CityDefinition city, IGrainFactory grains, IOptions<TwinApiOptions> options)
{
    /// <summary>The reports asked for, by the day they are due, then who owes them.</summary>
    public async Task<IReadOnlyList<DutyOccurrence>> ListAsync(DutyAsk ask, CancellationToken cancellationToken)
    {
        var figures = await FanOut.AskAsync(
            Units(ask),
            options.Value.MaxGrainCalls,
            unit => grains.GetGrain<IAdministrativeUnitGrain>(unit).GetDuties(ask.Query, ask.At),
            cancellationToken);
        return
        [
            // A unit may for a moment hold what a plan asked for that has just been withdrawn.
            .. figures.SelectMany(each => each).Concat(await DocumentsAsync(ask, cancellationToken))
                .Where(one => city.Duties.Find(one.DutyId) is not null)
                .OrderBy(one => one.Deadline.DueDay)
                .ThenBy(one => one.Unit?.Value ?? one.AgencyId, StringComparer.Ordinal)
                .ThenBy(one => one.DutyId, StringComparer.Ordinal)
                .ThenBy(one => one.Window.Period),
        ];
    }

    /// <summary>The reports asked for, counted.</summary>
    public async Task<IReadOnlyList<DutyGroup>> CountAsync(
        DutyAsk ask, DutyGrouping grouping, CancellationToken cancellationToken)
    {
        var figures = await FanOut.AskAsync(
            Units(ask),
            options.Value.MaxGrainCalls,
            unit => grains.GetGrain<IAdministrativeUnitGrain>(unit).CountDuties(ask.Query, grouping, ask.At),
            cancellationToken);
        var documents = await DocumentsAsync(ask, cancellationToken);
        var keyed = documents.Select(one => new DutyGroup(KeyOf(one, grouping), one.Tally));
        return
        [
            .. figures.SelectMany(each => each).Concat(keyed)
                .GroupBy(group => group.Key, StringComparer.Ordinal)
                .OrderBy(group => group.Key, StringComparer.Ordinal)
                .Select(group => new DutyGroup(
                    group.Key, group.Aggregate(default(DutyTally), (sum, one) => sum + one.Tally))),
        ];
    }

    /// <summary>One report that is owed; <c>null</c> where there is none of that name.</summary>
    public async Task<DutyOccurrence?> FindAsync(DutyKey key, DateTimeOffset at)
    {
        if (QueryOf(key) is not { } query)
        {
            return null;
        }

        IReadOnlyList<DutyOccurrence> found = (UnitOf(key), AgencyOf(key)) switch
        {
            ({ } unit, _) => await unit.GetDuties(query, at),
            (_, { } agency) => await agency.GetDuties(query, at),
            _ => [],
        };
        return found is [var one] ? one : null;
    }

    /// <summary>Keeps a decision about one; <c>null</c> where there is none of that name.</summary>
    public async Task<Grains.Duties.DutyMarkAnswer?> MarkAsync(DutyKey key, DutyMarkKind kind, string by, string reason)
    {
        if (QueryOf(key) is not { } query)
        {
            return null;
        }

        var message = new DutyMarkMessage(key.ToString(), query, kind, by, reason);
        return (UnitOf(key), AgencyOf(key)) switch
        {
            ({ } unit, _) => await unit.MarkDuty(message),
            (_, { } agency) => await agency.MarkDuty(message),
            _ => null,
        };
    }

    /// <summary>What finds a report by its name: its due day; <c>null</c> where the name names no window.</summary>
    private DutyQuery? QueryOf(DutyKey key)
    {
        if (city.Duties.Find(key.DutyId) is not { } duty
            || DutyWindow.Named(key.Period, duty.Cadence) is not { } window)
        {
            return null;
        }

        var day = duty.Due.DueDay(window, city.Duties.Calendar);
        return new DutyQuery(day, day, DutyId: duty.Id, Period: window.Period);
    }

    /// <summary>Who owes it, where that is a unit; no grain is woken for a made-up code.</summary>
    private IAdministrativeUnitGrain? UnitOf(DutyKey key) =>
        city.Duties.Find(key.DutyId) is { Level: not null }
        && AdministrativeUnitCode.TryParse(key.Who, out var unit) && city.Tree.Contains(unit)
            ? grains.GetGrain<IAdministrativeUnitGrain>(unit.Value)
            : null;

    private IAgencyGrain? AgencyOf(DutyKey key) =>
        city.Duties.Find(key.DutyId)?.AgencyId is { } agency && string.Equals(agency, key.Who, StringComparison.Ordinal)
            ? grains.GetGrain<IAgencyGrain>(agency)
            : null;

    private static string KeyOf(DutyOccurrence document, DutyGrouping grouping) => grouping switch
    {
        DutyGrouping.Duty => document.DutyId,
        DutyGrouping.Cadence => document.Window.Cadence.ToText(),
        DutyGrouping.Month => document.Window.Month.ToString(),
        DutyGrouping.Agency => document.AgencyId ?? string.Empty,
        _ => string.Empty,
    };

    /// <summary>The units that were inside the one asked about on any date and can owe anything.</summary>
    private string[] Units(DutyAsk ask)
    {
        var levels = city.Duties.Items.Select(duty => duty.Level).OfType<AdministrativeLevel>().ToHashSet();
        return
        [
            .. EventFilter.SelfAndEverBelow(city.Tree, ask.Root)
                .Where(code => city.Tree.VersionsOf(Parse(code)).Any(version => levels.Contains(version.Level)))
                .Order(StringComparer.Ordinal),
        ];
    }

    private static AdministrativeUnitCode Parse(string code) =>
        AdministrativeUnitCode.Parse(code, null);

    private async Task<IEnumerable<DutyOccurrence>> DocumentsAsync(DutyAsk ask, CancellationToken cancellationToken)
    {
        if (!ask.WithDocuments)
        {
            return [];
        }

        string[] agencies =
        [
            .. city.Duties.Items.Select(duty => duty.AgencyId).OfType<string>().Distinct(StringComparer.Ordinal)
                .Where(id => ask.Query.AgencyId is null
                    || string.Equals(id, ask.Query.AgencyId, StringComparison.Ordinal)),
        ];
        var documents = await FanOut.AskAsync(
            agencies,
            options.Value.MaxGrainCalls,
            id => grains.GetGrain<IAgencyGrain>(id).GetDuties(ask.Query, ask.At),
            cancellationToken);
        return documents.SelectMany(each => each);
    }
}
