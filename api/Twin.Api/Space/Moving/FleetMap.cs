using System.Collections.Immutable;
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
    private IFleetCellDirectoryGrain Directory =>
        grains.GetGrain<IFleetCellDirectoryGrain>(IFleetCellDirectoryGrain.Key);

    /// <summary>The vessels of a search.</summary>
    public async Task<VesselHits> FindAsync(VesselSearch search, CancellationToken cancellationToken)
    {
        var moment = await MomentAsync(search.At, cancellationToken);
        if (search is { Nearest: { } nearest, Center: { } center })
        {
            var collector = new NearestCollector(search, moment, center, nearest);
            await (search.At is null
                ? CollectAsync(collector, center, cancellationToken)
                : CollectPastAsync(collector.Add, moment.At, cancellationToken));
            return collector.ToHits();
        }

        var hits = new HitCollector(search, moment);
        await VisitAsync(search.Area.Boxes, search.At, hits.Add, cancellationToken);
        return hits.ToHits();
    }

    /// <summary>The vessels in an area, each once, with the moment at which they are there.</summary>
    public async Task<(IReadOnlyList<VesselView> Vessels, FleetMoment Moment)> InsideAsync(
        SearchArea area, DateTimeOffset? at, Filter? filter, CancellationToken cancellationToken)
    {
        var moment = await MomentAsync(at, cancellationToken);
        var inside = new Dictionary<VesselId, VesselView>();
        await VisitAsync(
            area.Boxes,
            at,
            some =>
            {
                foreach (var one in some)
                {
                    Take(inside, one, moment, area, filter);
                }
            },
            cancellationToken);
        return ([.. inside.Values], moment);
    }

    /// <summary>
    /// The vessel that a registration number or an MMSI stands for, where it has a place; or <c>null</c>.
    /// </summary>
    public async Task<VesselView?> FindAsync(
        VesselId name, DateTimeOffset? at, CancellationToken cancellationToken)
    {
        if (await fleet.FindAsync(name, cancellationToken) is not { } standing)
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
            ? new VesselView(new PlacedVessel(standing.Vessel, last), await MomentAsync(at, cancellationToken))
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
    public async Task<FleetMoment> MomentAsync(DateTimeOffset? at, CancellationToken cancellationToken) =>
        new(rules, await fleet.QuestionAsync(at ?? time.GetUtcNow(), cancellationToken));

    /// <summary>
    /// Shows the vessels in boxes: now, or as of an earlier instant. One that is crossing from cell to cell may come
    /// twice; the later report says where it is.
    /// </summary>
    public async Task VisitAsync(
        ImmutableArray<GeoBox> boxes,
        DateTimeOffset? at,
        Action<IEnumerable<PlacedVessel>> visit,
        CancellationToken cancellationToken)
    {
        if (at is { } past)
        {
            await CollectPastAsync(
                all => visit(all.Where(one => boxes.Any(box => box.Contains(one.Last.Position)))),
                past,
                cancellationToken);
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

    /// <summary>Cell after cell, the nearest first, for as long as one can hold something nearer.</summary>
    private async Task CollectAsync(
        NearestCollector collector, GeoPosition center, CancellationToken cancellationToken)
    {
        var cells = (await Directory.Meeting(GeoBox.World))
            .Select(cell => (Cell: cell, AtLeast: BoxDistance.AtLeastMeters(center, cell.Bounds)))
            .OrderBy(one => one.AtLeast);
        foreach (var (cell, atLeast) in cells)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (atLeast > collector.ReachMeters)
            {
                return;
            }

            collector.Add(await Cell(cell).Inside(cell.Bounds));
        }
    }

    private async Task CollectPastAsync(
        Action<IEnumerable<PlacedVessel>> visit, DateTimeOffset at, CancellationToken cancellationToken)
    {
        var standings = await fleet.ListAsync(at, cancellationToken);
        visit(standings.Where(standing => standing.Last is not null)
            .Select(standing => new PlacedVessel(standing.Vessel, standing.Last!))); // Those without were left out.
    }

    private static void Take(
        Dictionary<VesselId, VesselView> inside,
        PlacedVessel placed,
        FleetMoment moment,
        SearchArea area,
        Filter? filter)
    {
        if (!area.Holds(placed.Last.Position)
            || (inside.TryGetValue(placed.Vessel.Id, out var known)
                && known.Last.PhenomenonTime >= placed.Last.PhenomenonTime))
        {
            return;
        }

        var view = new VesselView(placed, moment);
        if (filter is null || filter.Matches(view))
        {
            inside[placed.Vessel.Id] = view;
        }
    }

    private IFleetCellGrain Cell(FleetCell cell) => grains.GetGrain<IFleetCellGrain>(cell.Key);
}
