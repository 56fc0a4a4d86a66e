using System.Collections.Immutable;
using Twin.Grains.Duties;
using Twin.Grains.Units;
using Twin.Model.Cities;
using Twin.Model.Duties;
using Twin.Model.Indicators;
using Twin.Model.Plans;

namespace Twin.Grains.Agencies;

/// <summary>
/// Tells what one agency answers for, which the live city knows, and keeps what was decided about documents it owes.
/// </summary>
internal sealed class AgencyGrain(
    [PersistentState("duties", "Default")] IPersistentState<DutyMarksState> marks,
    LiveCity live,
    TimeProvider time) : Grain, IAgencyGrain
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

    public Task<IReadOnlyList<DutyOccurrence>> GetDuties(DutyQuery query, DateTimeOffset at)
    {
        var book = live.Definition.Duties;
        return Task.FromResult(AgencyDuties.Occurrences(
            this.GetPrimaryKeyString(), book, marks.State.ByReport(), query, at));
    }

    public async Task<DutyMarkAnswer> MarkDuty(DutyMarkMessage message)
    {
        var now = time.GetUtcNow();
        var owed = await GetDuties(message.Query, now);
        if (owed.FirstOrDefault(one => IsSame(one.Id, message.Id)) is not { } occurrence)
        {
            return new DutyMarkAnswer(null, DutyMarksState.Unknown(message.Id));
        }

        if ((DutyRules.Check(occurrence, message.Kind) ?? marks.State.CheckRoom(message.Id)) is { } refusal)
        {
            return new DutyMarkAnswer(null, refusal);
        }

        var mark = new DutyMark(message.Kind, now, message.By, message.Reason);
        marks.State.Decided = marks.State.Decided.Add(new DecidedDuty(message.Id, mark));
        try
        {
            await marks.WriteStateAsync();
        }
        catch
        {
            // What is in memory is not what is kept: the next activation takes up what is.
            this.DeactivateOnIdle();
            throw;
        }

        owed = await GetDuties(message.Query, now);
        return new DutyMarkAnswer(owed.FirstOrDefault(one => IsSame(one.Id, message.Id)), null);
    }

    private static bool IsSame(string? left, string? right) => string.Equals(left, right, StringComparison.Ordinal);
}
