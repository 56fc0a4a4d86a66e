using System.Collections.Immutable;
using Twin.Grains.Units;
using Twin.Model.Cities;
using Twin.Model.Indicators;
using Twin.Model.Plans;

namespace Twin.Grains.Agencies;

/// <summary>Tells what one agency answers for. It holds nothing: the live city knows who owns what.</summary>
internal sealed class AgencyGrain(LiveCity live) : Grain, IAgencyGrain
{
    public async Task<AgencyProfile?> GetProfile()
    {
        var city = live.Definition;
        var id = this.GetPrimaryKeyString();
        if (city.Agencies.FirstOrDefault(a => IsSame(a.Id, id)) is not { } agency)
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

        ImmutableArray<IndicatorCode> indicators =
            [.. city.Indicators.Items.Where(i => IsSame(i.OwnerAgencyId, id)).Select(i => i.Code)];
        return new AgencyProfile(agency, indicators, assessments.DrainToImmutable());
    }

    private static bool IsSame(string? left, string? right) => string.Equals(left, right, StringComparison.Ordinal);
}
