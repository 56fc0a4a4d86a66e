using Microsoft.AspNetCore.Http;
using Twin.Api.Lists;
using Twin.Api.Problems;
using Twin.Api.Requests;
using Twin.Model;
using Twin.Model.Calendars;
using Twin.Model.Vessels;

namespace Twin.Api.Vessels;

/// <summary>Lists and counts vessels that are lost, or were.</summary>
internal static class LostVessels
{
    /// <summary>Answers a request.</summary>
    public static async Task<IResult> GetAsync(
        HttpContext context,
        CityDefinition city,
        FleetReader fleet,
        TimeProvider time,
        CancellationToken cancellationToken)
    {
        var query = new QueryReader(context);
        var now = time.GetUtcNow();
        var unit = query.Unit("unit", city.Tree);
        var filter = LostFilter.Read(query, city, now);
        var asOf = query.PastInstant("asOf", now);
        var page = query.Page();
        if (query.Refusal is { } refusal)
        {
            return refusal.ToResult();
        }

        var all = await fleet.ListAsync(asOf, cancellationToken);
        var found = all.Select(standing => (Standing: standing, Episodes: filter.Episodes(standing)))
            .Where(one => one.Episodes.Count > 0)
            // Who fell silent last can be called first.
            .OrderByDescending(one => one.Episodes[^1].LastHeard).ThenBy(one => one.Standing.Vessel.Id)
            .ToArray();
        var below = FleetSummary.Below(city.Tree.On(VietnamDay.Of(asOf ?? now)), unit);
        var list = ListAnswers.Of(
            [.. found.Slice(page).Select(one => VesselAnswer.Of(one.Standing))],
            found.Length,
            ListAnswers.NextPlace(found.Length, page),
            context.Request);
        return TypedResults.Ok(new LostVesselsAnswer
        {
            Unit = unit?.Value,
            AsOf = asOf ?? now,
            Vessels = found.Length,
            Episodes = found.Sum(one => one.Episodes.Count),
            LacksEpisodes = found.Any(one => filter.MayLackSome(one.Standing)),
            Groups = Group(found, below),
            Items = list.Items,
            NumberMatched = list.NumberMatched,
            Links = list.Links,
        });
    }

    private static LostGroupAnswer[] Group(
        IEnumerable<(VesselStanding Standing, IReadOnlyList<ContactEpisode> Episodes)> found,
        Dictionary<string, string> below) =>
    [
        .. found.GroupBy(one => (
                Unit: one.Standing.Vessel.HomeUnit is { } home ? below.GetValueOrDefault(home.Value, home.Value) : null,
                one.Standing.Vessel.SizeClass,
                Slot: LostSlots.Of(one.Episodes[^1].LastHeard)))
            .OrderBy(group => group.Key.Unit, StringComparer.Ordinal)
            .ThenBy(group => group.Key.SizeClass)
            .ThenBy(group => group.Key.Slot)
            .Select(group => new LostGroupAnswer(
                group.Key.Unit,
                group.Key.SizeClass,
                group.Key.Slot,
                group.Count(),
                group.Count(one => one.Episodes[^1].IsLong),
                group.Sum(one => one.Episodes.Count))),
    ];
}
