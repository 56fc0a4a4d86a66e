using Microsoft.Extensions.Options;
using Twin.Api.Hosting;
using Twin.Api.Live;
using Twin.Api.Statistics;
using Twin.Grains.Alerts;
using Twin.Model;
using Twin.Model.Alerts;
using Twin.Model.Units;

namespace Twin.Api.Alerts;

/// <summary>Asks the grains of a unit and all that ever stood below it.</summary>
internal sealed class AlertCollector(CityDefinition city, IGrainFactory grains, IOptions<TwinApiOptions> options)
{
    /// <summary>The alerts, newest change first.</summary>
    public async Task<IReadOnlyList<Alert>> AlertsAsync(
        AdministrativeUnitCode root, CancellationToken cancellationToken)
    {
        var all = await FanOut.AskAsync(
            Units(root), options.Value.MaxGrainCalls, unit => Grain(unit).GetAlerts(), cancellationToken);
        return
        [
            .. all.SelectMany(each => each).OrderByDescending(alert => alert.ChangedAt)
                .ThenBy(alert => alert.Id, StringComparer.Ordinal),
        ];
    }

    /// <summary>The cases, newest first.</summary>
    public async Task<IReadOnlyList<CaseFile>> CasesAsync(
        AdministrativeUnitCode root, CancellationToken cancellationToken)
    {
        var all = await FanOut.AskAsync(
            Units(root), options.Value.MaxGrainCalls, unit => Grain(unit).GetCases(), cancellationToken);
        return
        [
            .. all.SelectMany(each => each).OrderByDescending(file => file.Events[^1].At)
                .ThenBy(file => file.Id, StringComparer.Ordinal),
        ];
    }

    /// <summary>The grain that an alert's or case's id names; <c>null</c> where no unit has its code.</summary>
    public IAlertGrain? Of(string id)
    {
        var dash = id.LastIndexOf('-');
        return dash > 0 && AdministrativeUnitCode.TryParse(id[..dash], out var code) && city.Tree.Contains(code)
            ? Grain(code.Value)
            : null;
    }

    private string[] Units(AdministrativeUnitCode root) =>
        [.. EventFilter.SelfAndEverBelow(city.Tree, root).Order(StringComparer.Ordinal)];

    private IAlertGrain Grain(string unit) => grains.GetGrain<IAlertGrain>(unit);
}
