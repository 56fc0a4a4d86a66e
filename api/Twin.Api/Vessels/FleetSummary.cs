using Microsoft.AspNetCore.Http;
using Twin.Api.Live;
using Twin.Api.Problems;
using Twin.Api.Requests;
using Twin.Model;
using Twin.Model.Calendars;
using Twin.Model.Units;
using Twin.Model.Vessels;

namespace Twin.Api.Vessels;

/// <summary>Adds groups of vessels up, to what is asked for.</summary>
internal static class FleetSummary
{
    private static readonly string[] Dimensions =
        ["unit", "sizeClass", "contact", "eligibility", "threeNo", "lostSlot", "zone", "gear", "violates"];

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
        var asOf = query.PastInstant("asOf", now);
        var by = ReadBy(query);
        var withoutUnit = query.Flag("withoutUnit") ?? false;
        if (withoutUnit && unit is not null)
        {
            query.Refuse("withoutUnit", "Vessels without a unit are in none; leave one of the two out.");
        }

        if (query.Refusal is { } refusal)
        {
            return refusal.ToResult();
        }

        var counts = await fleet.TallyAsync(asOf, cancellationToken);
        return TypedResults.Ok(Add(counts, city.Tree, unit, by, withoutUnit, asOf ?? now));
    }

    /// <summary>The counts of a unit and all below it, by the dimensions asked for.</summary>
    public static FleetSummaryAnswer Add(
        IEnumerable<FleetCount> counts,
        AdministrativeTree tree,
        AdministrativeUnitCode? unit,
        IReadOnlySet<string> by,
        bool withoutUnit,
        DateTimeOffset at)
    {
        var homeless = 0;
        var within = unit is { } root
            ? EventFilter.SelfAndEverBelow(tree, root)
            : null;
        var below = by.Contains("unit") ? Below(tree.On(VietnamDay.Of(at)), unit) : null;
        var groups = new Dictionary<FleetGroupAnswer, (int Vessels, int Episodes)>();
        foreach (var count in counts)
        {
            var home = count.Group.HomeUnit?.Value;
            homeless += home is null ? count.Vessels : 0;
            if (home is null ? !withoutUnit : within?.Contains(home) == false)
            {
                continue;
            }

            var key = Key(count.Group, home is null ? null : below?.GetValueOrDefault(home, home), by);
            var (vessels, episodes) = groups.GetValueOrDefault(key);
            groups[key] = (vessels + count.Vessels, episodes + count.Episodes);
        }

        return new FleetSummaryAnswer(
            unit?.Value,
            at,
            groups.Values.Sum(group => group.Vessels),
            unit is null ? homeless : 0,
            groups.Values.Sum(group => group.Episodes),
            [
                .. groups.Select(pair => pair.Key with { Vessels = pair.Value.Vessels, Episodes = pair.Value.Episodes })
                    .OrderBy(group => group.Unit, StringComparer.Ordinal).ThenBy(group => group.SizeClass)
                    .ThenBy(group => group.Contact).ThenBy(group => group.IsEligible)
                    .ThenBy(group => group.IsThreeNo).ThenBy(group => group.LostSlot)
                    .ThenBy(group => group.Zone).ThenBy(group => group.Gear, StringComparer.Ordinal)
                    .ThenBy(group => group.Violates),
            ]);
    }

    /// <summary>For each unit the one directly below the root that it is in; a root itself stands for itself.</summary>
    public static Dictionary<string, string> Below(TreeOfDate tree, AdministrativeUnitCode? root)
    {
        var below = new Dictionary<string, string>(StringComparer.Ordinal);
        var tops = root is { } code ? tree.ChildrenOf(code) : tree.Roots;
        foreach (var top in tops)
        {
            Enter(tree, top, top.Code.Value, below);
        }

        if (root is { } own)
        {
            below.TryAdd(own.Value, own.Value);
        }

        return below;
    }

    private static FleetGroupAnswer Key(FleetGroup group, string? unit, IReadOnlySet<string> by) => new()
    {
        Unit = unit,
        SizeClass = by.Contains("sizeClass") ? group.SizeClass : null,
        Contact = by.Contains("contact") ? group.Contact : null,
        IsEligible = by.Contains("eligibility") ? group.IsEligible : null,
        IsThreeNo = by.Contains("threeNo") ? group.IsThreeNo : null,
        LostSlot = by.Contains("lostSlot") ? group.LostSlot : null,
        Zone = by.Contains("zone") ? group.Zone : null,
        Gear = by.Contains("gear") ? group.Gear : null,
        Violates = by.Contains("violates") ? group.Violates : null,
    };

    private static void Enter(
        TreeOfDate tree, AdministrativeUnit unit, string top, Dictionary<string, string> below)
    {
        below[unit.Code.Value] = top;
        foreach (var child in tree.ChildrenOf(unit.Code))
        {
            Enter(tree, child, top, below);
        }
    }

    private static HashSet<string> ReadBy(QueryReader query)
    {
        if (query.Text("by") is not { } text)
        {
            return [];
        }

        var words = text.Split(',', StringSplitOptions.TrimEntries);
        if (!words.All(word => Dimensions.Contains(word, StringComparer.Ordinal)))
        {
            query.Refuse("by", $"Use some of: {string.Join(", ", Dimensions)}.");
        }

        return words.ToHashSet(StringComparer.Ordinal);
    }
}
