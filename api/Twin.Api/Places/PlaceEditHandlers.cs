using Microsoft.AspNetCore.Http;
using Twin.Api.Ogc;
using Twin.Api.Problems;
using Twin.Api.Requests;
using Twin.Geo.Coordinates;
using Twin.Model;
using Twin.Model.Places;

namespace Twin.Api.Places;

/// <summary>Changes the places of one layer. Safe for any number of threads.</summary>
internal sealed class PlaceEditHandlers(PlaceCollection collection)
{
    private const string TagHint =
        "GET the feature, and send its ETag as If-Match, so that nobody's change is lost.";

    private readonly FeatureHandlers _features = new(collection);

    /// <summary>Makes a place; with the id of the feature, or one that is made for it.</summary>
    public async Task<IResult> CreateAsync(
        HttpContext context,
        IPlaceStore store,
        PlaceViews views,
        TimeProvider time,
        CancellationToken cancellationToken)
    {
        var refusal = ReadTerms(context, out var terms);
        if (refusal is not null)
        {
            return refusal.ToResult();
        }

        (var body, refusal) = await PlaceBody.ReadAsync(context, isPatch: false, cancellationToken);
        if (body is null)
        {
            return refusal!.ToResult(); // One of the two is there.
        }

        (var id, refusal) = body.Id(collection.Id, time.GetUtcNow());
        var place = refusal is null ? body.Apply(Blank(id, time), isPatch: false, out refusal) : null;
        if (place is null)
        {
            return refusal!.ToResult(); // One of the two is there.
        }

        var outcome = await store.WriteAsync(new PlaceWrite(place, terms.By, terms.Reason, 0));
        if (outcome is PlaceOutcome.Done)
        {
            context.Response.StatusCode = StatusCodes.Status201Created;
            context.Response.Headers.Location = new OgcLinks(context.Request).Url(
                $"/collections/{collection.Id}/items/{id}");
            return await SendAsync(context, views, place, cancellationToken);
        }

        return outcome is PlaceOutcome.Conflict
            ? new Refusal(
                ProblemCodes.Conflict,
                $"There is a feature '{id}' on that day already.",
                "Choose another id, or replace that feature with PUT.").ToResult()
            : Refused(outcome, id.Value);
    }

    /// <summary>Replaces a place from a day on: today, or the day that validFrom gives.</summary>
    public Task<IResult> ReplaceAsync(
        HttpContext context,
        string featureId,
        IPlaceStore store,
        PlaceViews views,
        TimeProvider time,
        CancellationToken cancellationToken) =>
        ChangeAsync(context, featureId, isPatch: false, store, views, time, cancellationToken);

    /// <summary>Changes some of a place's properties from a day on (RFC 7396).</summary>
    public Task<IResult> UpdateAsync(
        HttpContext context,
        string featureId,
        IPlaceStore store,
        PlaceViews views,
        TimeProvider time,
        CancellationToken cancellationToken) =>
        ChangeAsync(context, featureId, isPatch: true, store, views, time, cancellationToken);

    /// <summary>Ends a place from a day on. The days before stay as they were.</summary>
    public async Task<IResult> EndAsync(
        HttpContext context,
        string featureId,
        IPlaceStore store,
        TimeProvider time,
        CancellationToken cancellationToken)
    {
        var refusal = ReadTerms(context, out var terms);
        var query = new QueryReader(context);
        var day = query.Date(PlaceEditEndpoints.EndDay.Name) ?? VietnamTime.Today(time);
        refusal ??= query.Refusal;
        if (refusal is not null)
        {
            return refusal.ToResult();
        }

        (var known, refusal) = await FindAsync(context, store, featureId, cancellationToken);
        if (known is null)
        {
            return refusal!.ToResult(); // One of the two is there.
        }

        var outcome = await store.RetireAsync(
            new PlaceEnd(collection.Layer, known.Id, day, terms.By, terms.Reason, known.Revision));
        return outcome is PlaceOutcome.Done ? TypedResults.NoContent() : Refused(outcome, featureId);
    }

    private static ProblemResult Refused(PlaceOutcome outcome, string id) => outcome switch
    {
        PlaceOutcome.Conflict => Failed().ToResult(),
        PlaceOutcome.Refused { Refusals: [var first, ..] all } => new Refusal(
            first.Code is "too_many" or "too_large" ? first.Code : ProblemCodes.InvalidPlace,
            string.Join(' ', all.Select(refusal => refusal.Detail)),
            string.Join(' ', all.Select(refusal => refusal.Hint).Distinct(StringComparer.Ordinal))).ToResult(),
        _ => Refusals.NotFound("feature", id, "It may have been ended; its days before are still there.").ToResult(),
    };

    private static Refusal Failed() => new(
        ProblemCodes.PreconditionFailed, "Somebody has changed the feature since that ETag.", TagHint);

    private static Refusal? ReadTerms(HttpContext context, out (string By, string Reason) terms)
    {
        var query = new QueryReader(context);
        var (by, reason) = (query.Text(PlaceEditEndpoints.By.Name), query.Text(PlaceEditEndpoints.Reason.Name));
        query.Require(PlaceEditEndpoints.By.Name, by is not null, "Say who makes the change: by=Name.");
        terms = default;
        var refusal = query.Refusal
            ?? PersonText.ReadName(by, PlaceEditEndpoints.By.Name, out terms.By)
            ?? PersonText.ReadText(reason, PlaceEditEndpoints.Reason.Name, isRequired: false, out terms.Reason);
        return refusal;
    }

    private Place Blank(PlaceId id, TimeProvider time) => new()
    {
        Layer = collection.Layer,
        Id = id,
        NameVi = string.Empty,
        Kind = string.Empty,
        Geometry = new PlaceGeometry(ReadOnlyMemory<byte>.Empty),
        ValidFrom = VietnamTime.Today(time),
    };

    private async Task<IResult> ChangeAsync(
        HttpContext context,
        string featureId,
        bool isPatch,
        IPlaceStore store,
        PlaceViews views,
        TimeProvider time,
        CancellationToken cancellationToken)
    {
        var refusal = ReadTerms(context, out var terms);
        if (refusal is not null)
        {
            return refusal.ToResult();
        }

        (var known, refusal) = await FindAsync(context, store, featureId, cancellationToken);
        if (known is null)
        {
            return refusal!.ToResult(); // One of the two is there.
        }

        (var body, refusal) = await PlaceBody.ReadAsync(context, isPatch, cancellationToken);
        if (body is null || !body.IsFor(known.Id, out refusal))
        {
            return refusal!.ToResult(); // One of the two is there.
        }

        var today = VietnamTime.Today(time);
        var basis = isPatch
            ? (known.On(today) ?? known.Versions[^1]) with { ValidFrom = today }
            : Blank(known.Id, time);
        if (body.Apply(basis, isPatch, out refusal) is not { } place)
        {
            return refusal!.ToResult(); // One of the two is there.
        }

        var outcome = await store.WriteAsync(new PlaceWrite(place, terms.By, terms.Reason, known.Revision));
        return outcome is PlaceOutcome.Done
            ? await SendAsync(context, views, place, cancellationToken)
            : Refused(outcome, featureId);
    }

    /// <summary>The place that is to be changed, in the state that its client has seen.</summary>
    private async Task<(PlaceHistory? Place, Refusal? Refusal)> FindAsync(
        HttpContext context, IPlaceStore store, string featureId, CancellationToken cancellationToken)
    {
        var known = PlaceId.TryParse(featureId, out var id)
            ? await store.FindAsync(collection.Layer, id, cancellationToken)
            : null;
        if (known is not { Versions.IsEmpty: false })
        {
            return (null, Refusals.NotFound(
                "feature", featureId, $"/ogc/collections/{collection.Id}/items lists them; POST makes one."));
        }

        var given = context.Request.Headers.IfMatch.ToString();
        if (given.Length == 0)
        {
            return (null, new Refusal(
                ProblemCodes.PreconditionRequired, "The header If-Match is missing.", TagHint));
        }

        var tags = given.Split(',', StringSplitOptions.TrimEntries);
        var isSeen = given.Equals("*", StringComparison.Ordinal) || known.Versions.Any(
            version => tags.Contains(PlaceView.EntityTagOf(known, version), StringComparer.Ordinal));
        return isSeen ? (known, null) : (null, Failed());
    }

    /// <summary>The feature on the first day of the version that was just written.</summary>
    private async Task<IResult> SendAsync(
        HttpContext context, PlaceViews views, Place written, CancellationToken cancellationToken)
    {
        var days = new DayInterval(written.ValidFrom, written.ValidFrom);
        var view = await views.GetAsync(collection.Layer, days, cancellationToken);
        var item = view.Items.FirstOrDefault(one => one.Place.Id == written.Id);
        return item is null
            ? TypedResults.StatusCode(StatusCodes.Status204NoContent) // Somebody was faster and ended it.
            : _features.SendFeature(context, item.Feature, CoordinateReferenceSystems.Crs84, isHtml: false);
    }
}
