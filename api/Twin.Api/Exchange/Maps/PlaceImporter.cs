using Microsoft.AspNetCore.Http;
using Twin.Api.Cities;
using Twin.Api.Features;
using Twin.Api.Problems;
using Twin.Api.Requests;
using Twin.Geo.Formats;
using Twin.Model.Places;

namespace Twin.Api.Exchange.Maps;

/// <summary>Takes the features of a map file in as places. Safe for any number of threads.</summary>
internal sealed class PlaceImporter(IPlaceStore store, TimeProvider time)
{
    private const int MaxListed = 1_000;

    /// <summary>Reads a file, and takes its places in unless it is a dry run.</summary>
    public async Task<IResult> ImportAsync(
        MapUpload upload, PlaceSchema schema, PlaceWish wish, CancellationToken cancellationToken)
    {
        var request = new CityChangeRequest { By = upload.By, Reason = upload.Reason };
        if (!CityChangeReader.TryDraft(request, schema.Id, "{}", out var signed, out var refusal))
        {
            return refusal.ToResult();
        }

        var day = wish.Date ?? VietnamTime.Today(time);
        var draft = new PlaceDraft(schema, upload.Mapping, day);
        using var reader = upload.Open();
        var crs = reader.FindCrs();
        draft.Read(reader, cancellationToken);
        if (draft.Places.Count == 0)
        {
            return new MapProblemResult([.. draft.Rejected.Take(MaxListed)]);
        }

        var outcome = await store.ReplaceAsync(new PlaceReplacement(
            schema.Layer,
            [.. draft.Places],
            signed.By,
            signed.Reason,
            wish.EndsMissing ? day : null,
            wish.IsDryRun));
        draft.Reject(outcome.Refused);
        if (wish is { IsDryRun: true, WantsMap: true })
        {
            var refused = outcome.Refused.Select(one => one.Index).ToHashSet();
            return TypedResults.Bytes(
                GeoJsonFeatureWriter.Write(draft.Places.Where((_, place) => !refused.Contains(place))
                    .Select(place => PlaceExport.ToFeature(place, schema))),
                BoundaryEndpoints.GeoJsonMediaType);
        }

        return TypedResults.Ok(new PlaceImportAnswer
        {
            IsDryRun = wish.IsDryRun,
            FileName = upload.FileName,
            Format = reader.Format,
            Crs = crs.Uri,
            Layer = schema.Id,
            Features = draft.Features,
            Added = outcome.Added,
            Changed = outcome.Changed,
            Unchanged = outcome.Unchanged,
            Ended = outcome.Ended,
            Unmatched = [.. draft.Rejected.OrderBy(one => one.Feature).Take(MaxListed)],
            UnmatchedTotal = draft.Rejected.Count,
            Repairs = [.. draft.Repairs.Take(MaxListed)],
            RepairsTotal = draft.Repairs.Count,
        });
    }
}
