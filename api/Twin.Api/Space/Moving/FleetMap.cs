using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Microsoft.Extensions.Options;
using NetTopologySuite.Geometries;
using Twin.Api.Hosting;
using Twin.Api.Statistics;
using Twin.Api.Vessels;
using Twin.Geo.Filters;
using Twin.Grains.Vessels;
using Twin.Model.Space;
using Twin.Model.Vessels;

namespace Twin.Api.Space.Moving;

/// <summary>
/// Finds vessels by their places: now in the cells that a search touches, and at an earlier instant in the log. Safe
/// for any number of threads.
/// </summary>
internal sealed class FleetMap(
    IGrainFactory grains,
    FleetReader fleet,
    FleetRules rules,
    TimeProvider time,
    IOptions<TwinApiOptions> options)
{
    // The nearest are looked for as if there were three in a square kilometre; beyond the other everywhere at once.
    private const double NearMeters = 325;
    private const double FarMeters = 1_000_000;

    private IFleetCellDirectoryGrain Directory =>
        grains.GetGrain<IFleetCellDirectoryGrain>(IFleetCellDirectoryGrain.Key);

    /// <summary>The vessels of a search.</summary>
    public async Task<VesselHits> FindAsync(VesselSearch search, CancellationToken cancellationToken)
    {
        var moment = await MomentAsync(search.At);
        if (search is { Nearest: { } nearest, Center: { } center })
        {
            return await FindNearestAsync(search with { Limit = nearest }, center, moment, cancellationToken);
        }

        using var hits = new HitCollector(search, moment);
        await VisitAsync(search.Area.Boxes, search.At, hits.Add, cancellationToken);
        return hits.ToHits();
    }

    /// <summary>The vessels in an area, each once, with the moment at which they are there.</summary>
    public async Task<(IReadOnlyList<VesselView> Vessels, FleetMoment Moment)> InsideAsync(
        SearchArea area, DateTimeOffset? at, Filter? filter, CancellationToken cancellationToken)
    {
        var moment = await MomentAsync(at);
        var inside = new Dictionary<VesselId, PlacedVessel>();
        await VisitAsync(area.Boxes, at, some => Take(inside, some, area), cancellationToken);
        var vessels = inside.Values.Select(placed => new VesselView(placed, moment));
        return ([.. filter is null ? vessels : vessels.Where(filter.Matches)], moment);
    }

    /// <summary>
    /// The vessel that a registration number or an MMSI stands for, where it has a place; or <c>null</c>.
    /// </summary>
    public async Task<VesselView?> FindAsync(
        VesselId name, DateTimeOffset? at, CancellationToken cancellationToken)
    {
        if (await fleet.FindAsync(name) is not { } standing)
        {
            return null;
        }

        if (at is { } past)
        {
            // Only the log knows, and the log knows all of them.
            var then = await fleet.ListAsync(past, cancellationToken);
            standing = then.FirstOrDefault(one => one.Vessel.Id == standing.Vessel.Id) ?? standing with { Last = null };
        }

        return standing.Last is { } last
            ? new VesselView(new PlacedVessel(standing.Vessel, last), await MomentAsync(at))
            : null;
    }

    /// <summary>The box around the cells that hold vessels; null where none does.</summary>
    public async Task<Envelope> BoundsAsync()
    {
        var bounds = new Envelope();
        foreach (var cell in await Directory.Meeting(GeoBox.World))
        {
            var box = cell.Bounds;
            bounds.ExpandToInclude(
                new Envelope(
                    Math.Max(box.WestDegrees, -180),
                    Math.Min(box.EastDegrees, 180),
                    box.SouthDegrees,
                    box.NorthDegrees));
        }

        return bounds;
    }

    /// <summary>The instant of a question, with what is known of it; now where none is asked for.</summary>
    private async Task<FleetMoment> MomentAsync(DateTimeOffset? at) =>
        new(rules, await grains.QuestionAsync(at ?? time.GetUtcNow()));

    /// <summary>
    /// Shows the vessels in boxes: now, or as of an earlier instant. One that is crossing from cell to cell may come
    /// twice; the later report says where it is.
    /// </summary>
    public async Task VisitAsync(
        ImmutableArray<GeoBox> boxes,
        DateTimeOffset? at,
        Action<ImmutableArray<PlacedVessel>> visit,
        CancellationToken cancellationToken)
    {
        if (at is { } past)
        {
            var standings = await fleet.ListAsync(past, cancellationToken);
            visit(
            [
                .. standings.Where(one => one.Last is { } last && boxes.Any(box => box.Contains(last.Position)))
                    .Select(one => new PlacedVessel(one.Vessel, one.Last!)), // Those without were left out.
            ]);
            return;
        }

        foreach (var box in boxes)
        {
            var cells = await Directory.Meeting(box);
            var inside = cells.Length <= options.Value.MaxGrainCalls
                ? await Task.WhenAll(cells.Select(cell => Cell(cell).Inside(box)))
                : await FanOut.AskAsync(
                    cells, options.Value.MaxGrainCalls, cell => Cell(cell).Inside(box), cancellationToken);
            foreach (var some in inside)
            {
                visit(some);
            }
        }
    }

    /// <summary>
    /// Looks within a radius, and within a greater one for as long as there are not enough: a few cells are asked at
    /// once, and those far away only where nothing is near.
    /// </summary>
    private async Task<VesselHits> FindNearestAsync(
        VesselSearch search, GeoPosition center, FleetMoment moment, CancellationToken cancellationToken)
    {
        // As of an instant all must be read, whatever the radius.
        var radius = search.At is null ? NearMeters * Math.Sqrt(search.Limit) : double.PositiveInfinity;
        while (true)
        {
            var isWhole = radius >= FarMeters || (search.Area is CircleArea whole && radius >= whole.RadiusMeters);
            var area = isWhole ? search.Area : new CircleArea(center, radius);
            using var hits = new HitCollector(search with { Area = area }, moment);
            await VisitAsync(area.Boxes, search.At, hits.Add, cancellationToken);
            if (isWhole || hits.Matched >= search.Limit)
            {
                return hits.ToHits();
            }

            // As far as the rest is, were they everywhere as dense; the sea is not.
            var missing = Math.Sqrt(search.Limit / Math.Max(hits.Matched, 0.5));
            radius *= Math.Clamp(missing * 1.5, 2, 8);
        }
    }

    private static void Take(
        Dictionary<VesselId, PlacedVessel> inside, ImmutableArray<PlacedVessel> some, SearchArea area)
    {
        foreach (ref readonly var placed in some.AsSpan())
        {
            if (area.Holds(placed.Position))
            {
                ref var known = ref CollectionsMarshal.GetValueRefOrAddDefault(inside, placed.Id, out var isKnown);
                if (!isKnown || known.Last.PhenomenonTime < placed.Last.PhenomenonTime)
                {
                    known = placed;
                }
            }
        }
    }

    private IFleetCellGrain Cell(FleetCell cell) => grains.GetGrain<IFleetCellGrain>(cell.Key);
}
