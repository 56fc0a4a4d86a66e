using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Twin.Api.Lists;
using Twin.Api.Ogc;
using Twin.Api.Problems;
using Twin.Api.Requests;
using Twin.Geo.Coordinates;
using Twin.Geo.Filters;
using Twin.Model;
using Twin.Model.Cities;
using Twin.Model.Space;
using Twin.Model.Units;

namespace Twin.Api.Space.Moving;

/// <summary>Reads which vessels are looked for, from parameters or from a body.</summary>
internal sealed class VesselSearchReader(LiveCity city, UnitLayers layers, TimeProvider time)
{
    private const int MaxRadiusMeters = 500_000;
    private const string AreaHint =
        "Give one of bbox, coordinates or unit; radiusMeters and nearest go with coordinates.";

    /// <summary>The search of a GET, or why there is none.</summary>
    public Task<(VesselSearch? Search, Refusal? Refusal)> ReadAsync(
        HttpContext context, CancellationToken cancellationToken) =>
        ReadAsync(context, VesselProperties.ForFilters, cancellationToken);

    /// <summary>The search of a GET whose filter asks for other properties than those of vessels.</summary>
    public async Task<(VesselSearch? Search, Refusal? Refusal)> ReadAsync(
        HttpContext context, IReadOnlyList<FilterProperty> properties, CancellationToken cancellationToken)
    {
        var query = new QueryReader(context);
        var system = query.ReadCrs();
        var radius = query.Number(VesselSearchParameters.Radius.Name, 1, MaxRadiusMeters);
        var nearest = query.Number(VesselSearchParameters.Nearest.Name, 1, Page.MaxLimit);
        var hasPoint = context.Request.Query.ContainsKey(SpaceParameters.Coordinates.Name);
        GeoPosition? center = hasPoint ? query.ReadCoordinates(system) : null;
        var box = ReadBox(query, system);
        var unit = query.Unit("unit", city.Definition.Tree);
        var date = query.Date() ?? VietnamTime.Today(time);
        var filter = ReadFilter(query, properties, out var refusal);
        var search = ReadPart(query) with
        {
            Center = center,
            Nearest = (int?)nearest,
            Filter = filter,
            At = query.PastInstant("datetime", time.GetUtcNow()),
        };
        refusal = query.Refusal ?? refusal;
        if (refusal is null && (Count(box is not null, hasPoint, unit is not null) > 1
            || (radius ?? nearest) is not null != hasPoint))
        {
            refusal = new Refusal(ProblemCodes.InvalidParameter, "The parameters do not say one area.", AreaHint);
        }

        if (refusal is not null)
        {
            return (null, refusal);
        }

        if (unit is { } code)
        {
            (box, refusal) = await AreaOfAsync(code, date, cancellationToken);
        }
        else if (center is { } middle && radius is { } meters)
        {
            box = new CircleArea(middle, meters);
        }

        return refusal is null ? (search with { Area = box ?? BoxArea.Everywhere }, null) : (null, refusal);
    }

    /// <summary>The search of a POST, or why there is none.</summary>
    public async Task<(VesselSearch? Search, Refusal? Refusal)> ReadAsync(
        HttpContext context, VesselSearchRequest body, CancellationToken cancellationToken)
    {
        var query = new QueryReader(context);
        var search = ReadPart(query);
        if (query.Refusal is { } invalid)
        {
            return (null, invalid);
        }

        if (body.Datetime > time.GetUtcNow())
        {
            return Refuse("The instant 'datetime' is in the future.", "Use one that has passed, or none for now.");
        }

        if (!TryReadFilter(body.Filter, out var filter, out var refusal))
        {
            return (null, refusal);
        }

        search = search with { Filter = filter, At = body.Datetime };
        if (body.Unit is not { } text)
        {
            return SearchShape.TryRead(body, search, out var found, out refusal) ? (found, null) : (null, refusal);
        }

        if (body.Geometry is not null || body.RadiusMeters is not null || body.Nearest is not null
            || body.Order is not null)
        {
            return Refuse("The body has a unit and something else that says where.", "Give a unit or a geometry.");
        }

        if (!AdministrativeUnitCode.TryParse(text, out var code) || !city.Definition.Tree.Contains(code))
        {
            return Refuse($"The unit '{Refusals.Shown(text)}' is not known.", "/v1/units?q= finds units by name.");
        }

        (var area, refusal) = await AreaOfAsync(code, body.Date ?? VietnamTime.Today(time), cancellationToken);
        return area is null ? (null, refusal) : (search with { Area = area }, null);
    }

    private static (VesselSearch? Search, Refusal? Refusal) Refuse(string detail, string hint) =>
        (null, new Refusal(ProblemCodes.InvalidRequest, detail, hint));

    private static int Count(params ReadOnlySpan<bool> given)
    {
        var count = 0;
        foreach (var one in given)
        {
            count += one ? 1 : 0;
        }

        return count;
    }

    private static VesselSearch ReadPart(QueryReader query)
    {
        var limit = query.Number("limit", 1, Page.MaxLimit) ?? Page.DefaultLimit;
        SearchCursor? after = null;
        if (query.Text("cursor") is { } text && !SearchCursor.TryParse(text, out after))
        {
            query.Refuse("cursor", "Take the cursor from the link 'next' of the page before.");
        }

        return new VesselSearch { Limit = (int)limit, After = after };
    }

    private static SearchArea? ReadBox(QueryReader query, CoordinateReferenceSystem system)
    {
        if (query.Text("bbox", 200) is not { } text)
        {
            return null;
        }

        if (SpaceParameters.TryReadNumbers(text, out var numbers) && numbers.Length is 4 or 6)
        {
            var high = numbers.Length / 2;
            var box = FeatureQueryReader.BoxOf(system, numbers[0], numbers[1], numbers[high], numbers[high + 1]);
            if (box is not null)
            {
                return SearchShape.AreaOf(box);
            }
        }

        query.Refuse(
            "bbox",
            "Use west,south,east,north, or six numbers with heights, in the order of the axes of crs. "
            + $"{system.Name}: {system.AxesHint}.");
        return null;
    }

    private static Filter? ReadFilter(
        QueryReader query, IReadOnlyList<FilterProperty> properties, out Refusal? refusal)
    {
        refusal = null;
        var language = query.Choice(FeatureParameters.FilterLanguage);
        var system = query.ReadCrs("filter-crs");
        if (query.Text("filter", Filter.MaxLength) is not { } text)
        {
            return null;
        }

        _ = TryParse(text, language is FeatureParameters.Json, properties, system, out var filter, out refusal);
        return filter;
    }

    private static bool TryReadFilter(
        JsonElement? given, out Filter? filter, [NotNullWhen(false)] out Refusal? refusal)
    {
        filter = null;
        refusal = null;
        var crs84 = CoordinateReferenceSystems.Crs84;
        var properties = VesselProperties.ForFilters;
        switch (given?.ValueKind)
        {
            case null or JsonValueKind.Null:
                return true;
            case JsonValueKind.String:
                return TryParse(
                    given.Value.GetString() ?? string.Empty, isJson: false, properties, crs84, out filter, out refusal);
            case JsonValueKind.Object:
                return TryParse(
                    given.Value.GetRawText(), isJson: true, properties, crs84, out filter, out refusal);
            default:
                refusal = new Refusal(
                    ProblemCodes.InvalidRequest, "The filter is no CQL2.", "Give a string or an object of CQL2.");
                return false;
        }
    }

    private static bool TryParse(
        string text,
        bool isJson,
        IReadOnlyList<FilterProperty> properties,
        CoordinateReferenceSystem system,
        out Filter? filter,
        [NotNullWhen(false)] out Refusal? refusal)
    {
        var isRead = isJson
            ? Filter.TryParseJson(text, properties, system, out filter, out refusal)
            : Filter.TryParseText(text, properties, system, out filter, out refusal);
        refusal = isRead
            ? null
            : new Refusal(
                ProblemCodes.InvalidParameter,
                $"The filter cannot be read. {refusal?.Detail}",
                refusal?.Hint ?? string.Empty);
        return isRead;
    }

    private async Task<(SearchArea? Area, Refusal? Refusal)> AreaOfAsync(
        AdministrativeUnitCode code, DateOnly date, CancellationToken cancellationToken)
    {
        var layer = await layers.OnAsync(date, cancellationToken);
        return layer.AreaOf(code) is { } area
            ? (area, null)
            : (null, Refusals.NotFound(
                "unit with boundaries", code.Value, "Give a date on which it stands and is mapped."));
    }
}
