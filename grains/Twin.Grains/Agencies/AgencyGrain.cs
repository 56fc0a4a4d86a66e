using System.Collections.Immutable;
using Twin.Grains.Units;
using Twin.Model;
using Twin.Model.Agencies;
using Twin.Model.Indicators;
using Twin.Model.Plans;

namespace Twin.Grains.Agencies;

/// <summary>Holds what one agency answers for.</summary>
internal sealed class AgencyGrain(CityDefinition city) : Grain, IAgencyGrain
{
    private Agency? _agency;
    private ImmutableArray<IndicatorCode> _indicators = [];

    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        var id = this.GetPrimaryKeyString();
        _agency = city.Agencies.FirstOrDefault(a => IsSame(a.Id, id));
        _indicators = [.. city.Indicators.Items.Where(i => IsSame(i.OwnerAgencyId, id)).Select(i => i.Code)];
        return Task.CompletedTask;
    }

    public async Task<AgencyProfile?> GetProfile()
    {
        if (_agency is not { } agency)
        {
            return null;
        }

        var assessments = ImmutableArray.CreateBuilder<TargetAssessment>();
        foreach (var plan in city.Plans.Where(p => p.Unit is not null))
        {
            var owned = city.Targets.Where(t => IsSame(t.PlanId, plan.Id) && IsSame(t.OwnerAgencyId, agency.Id))
                .Select(t => t.Id).ToHashSet(StringComparer.Ordinal);
            if (owned.Count > 0)
            {
                var unit = GrainFactory.GetGrain<IAdministrativeUnitGrain>(plan.Unit!.Value.Value); // Filtered above.
                assessments.AddRange((await unit.GetScorecard(null)).Where(a => owned.Contains(a.Target.Id)));
            }
        }

        return new AgencyProfile(agency, _indicators, assessments.DrainToImmutable());
    }

    private static bool IsSame(string? left, string? right) => string.Equals(left, right, StringComparison.Ordinal);
}
