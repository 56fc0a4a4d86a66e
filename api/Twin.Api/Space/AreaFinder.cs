using NetTopologySuite.Geometries;
using Twin.Api.Ogc;
using Twin.Api.Places;
using Twin.Api.Problems;
using Twin.Api.Requests;
using Twin.Model;
using Twin.Model.Cities;
using Twin.Model.Places;
using Twin.Model.Time;
using Twin.Model.Units;

namespace Twin.Api.Space;

/// <summary>
/// Finds the area that a request means: what somebody has drawn, the ground of a unit, or what is around a place. Safe
/// for any number of threads.
/// </summary>
internal sealed class AreaFinder(LiveCity city, UnitLayers layers, PlaceViews views, TimeProvider time)
{
    private const string Hint =
        "Give one of geometry, unit (as 303) and place (as routes/R-1); radiusMeters goes with any of them.";

    /// <summary>The area in CRS84, or why there is none.</summary>
    public async Task<(Geometry? Area, Refusal? Refusal)> FindAsync(
        AreaRequest request, CancellationToken cancellationToken)
    {
        if (request is { Unit: null, Place: null })
        {
            return AreaReader.TryRead(request, out var drawn, out var why) ? (drawn, null) : (null, why);
        }

        if (request.Geometry is not null || request.Crs is not null || request is { Unit: not null, Place: not null })
        {
            return (null, Refuse("The body says more than one area.", Hint));
        }

        var day = request.Date
            ?? (TimePeriod.TryParse(request.Period, out var period) ? period.End : VietnamTime.Today(time));
        var (shape, refusal) = request.Unit is { } unit
            ? await OfUnitAsync(unit, day, cancellationToken)
            : await OfPlaceAsync(request.Place ?? string.Empty, day, cancellationToken);
        if (shape is null)
        {
            return (null, refusal);
        }

        return AreaReader.TryMakeArea(shape, request.RadiusMeters, out var area, out refusal)
            ? (area, null)
            : (null, refusal);
    }

    private static Refusal Refuse(string detail, string hint) => new(ProblemCodes.InvalidRequest, detail, hint);

    private async Task<(Geometry? Shape, Refusal? Refusal)> OfUnitAsync(
        string text, DateOnly day, CancellationToken cancellationToken)
    {
        if (!AdministrativeUnitCode.TryParse(text, out var code) || !city.Definition.Tree.Contains(code))
        {
            return (null, Refuse(
                $"The unit '{Refusals.Shown(text)}' is not known.", "/v1/units?q= finds units by name."));
        }

        var layer = await layers.OnAsync(day, cancellationToken);
        return layer.Find(code)?.Shape is { } shape
            ? (shape, null)
            : (null, Refuse(
                FormattableString.Invariant($"The unit '{code}' is on no map of {day:yyyy-MM-dd}."),
                "Give a date on which it stands and is mapped."));
    }

    private async Task<(Geometry? Shape, Refusal? Refusal)> OfPlaceAsync(
        string text, DateOnly day, CancellationToken cancellationToken)
    {
        if (text.Split('/') is not [var layer, var id] || PlaceSchemas.Find(layer) is not { } schema)
        {
            return (null, Refuse($"The place '{Refusals.Shown(text)}' has no layer.", Hint));
        }

        var view = await views.GetAsync(schema.Layer, new DayInterval(day, day), cancellationToken);
        return view.Features.FirstOrDefault(one => one.Id.Equals(id, StringComparison.Ordinal))?.Geometry is { } shape
            ? (shape, null)
            : (null, Refuse(
                FormattableString.Invariant($"The place '{Refusals.Shown(text)}' is not there on {day:yyyy-MM-dd}."),
                $"/ogc/collections/{schema.Id}/items lists the ids; give a date on which it is there."));
    }
}
