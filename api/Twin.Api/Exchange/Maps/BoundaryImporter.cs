using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Twin.Api.Cities;
using Twin.Api.Features;
using Twin.Api.Json;
using Twin.Api.Problems;
using Twin.Api.Requests;
using Twin.Api.Space;
using Twin.Geo.Coordinates;
using Twin.Geo.Formats;
using Twin.Model.Cities;
using Twin.Model.Maps;
using Twin.Model.Units;

namespace Twin.Api.Exchange.Maps;

/// <summary>Makes a map file the map of the city. Safe for any number of threads.</summary>
internal sealed class BoundaryImporter(LiveCity live, UnitLayers layers, CityChangeDesk desk, TimeProvider time)
{
    private const int MaxListed = 1_000;

    /// <summary>Reads a file, reports on it, and makes the change unless it is a dry run.</summary>
    public async Task<IResult> ImportAsync(
        MapUpload upload, BoundaryWish wish, CancellationToken cancellationToken)
    {
        var request = new CityChangeRequest
        {
            By = upload.By,
            Reason = upload.Reason,
            DryRun = wish.IsDryRun,
            Revision = upload.Revision,
        };
        if (!CityChangeReader.TryDraft(request, MapChangeKind.Name, "{}", out var draft, out var refusal))
        {
            return refusal.ToResult();
        }

        var day = wish.Date ?? VietnamTime.Today(time);
        var city = await live.CatchUpAsync(cancellationToken);
        var map = new BoundaryDraft(city.Definition.Tree, await layers.OnAsync(day, cancellationToken), day);
        if (map.Current.Features.IsEmpty)
        {
            return Refusals.InvalidParameter(
                "date", $"{day:O}", "Use a day on which units stand, such as 2025-07-01.").ToResult();
        }

        using var reader = upload.Open();
        var crs = reader.FindCrs();
        map.Read(reader, upload.Mapping, wish.Level, cancellationToken);
        if (map.Units.Count == 0)
        {
            return new MapProblemResult([.. map.Unmatched.Take(MaxListed)]);
        }

        map.Make(wish.ToleranceMeters);
        var made = map.ToMap(Cut(upload.FileName));
        var payload = MapChangeKind.Write(made);
        if (!CityChangeReader.TryDraft(request, MapChangeKind.Name, payload, out draft, out refusal))
        {
            return refusal.ToResult();
        }

        // Tried on the city that the map was made for.
        var (report, refusals) = await desk.MakeAsync(
            draft with { Revision = draft.Revision ?? city.Sequence }, cancellationToken);
        if (report is null)
        {
            return new ChangeProblemResult(refusals);
        }

        return wish is { IsDryRun: true, WantsMap: true }
            ? TypedResults.Bytes(GeoJsonFeatureWriter.Write(Preview(map)), BoundaryEndpoints.GeoJsonMediaType)
            : TypedResults.Ok(Answer(upload, wish, map, made, reader.Format, crs, report));
    }

    private static string Cut(string fileName) =>
        fileName.Length <= MapChangeKind.MaxSourceLength ? fileName : fileName[..MapChangeKind.MaxSourceLength];

    private static IEnumerable<GeoJsonFeature> Preview(BoundaryDraft map) => map.Current.Features
        .Where(feature => map.Shapes.ContainsKey(feature.Unit.Code.Value))
        .Select(feature => new GeoJsonFeature(
            feature.Unit.Code.Value,
            map.Shapes[feature.Unit.Code.Value],
            [
                new("code", JsonSerializer.SerializeToElement(feature.Unit.Code.Value)),
                new("level", JsonSerializer.SerializeToElement(
                    EnumWords<AdministrativeLevel>.Of(feature.Unit.Level))),
                new("nameVi", JsonSerializer.SerializeToElement(feature.Unit.NameVi)),
                new("schematic", JsonSerializer.SerializeToElement(map.IsSchematic(feature.Unit))),
            ]));

    private static BoundaryImportAnswer Answer(
        MapUpload upload,
        BoundaryWish wish,
        BoundaryDraft map,
        CityMap made,
        MapFormat format,
        CoordinateReferenceSystem crs,
        ChangeReportAnswer report) => new()
        {
            IsDryRun = wish.IsDryRun,
            FileName = upload.FileName,
            Format = format,
            Crs = crs.Uri,
            ValidFrom = made.ValidFrom,
            Revision = report.Revision,
            Features = map.Features,
            Matched = map.Matched,
            Units = ImportedUnitAnswer.Of(map),
            Unmatched = [.. map.Unmatched.Take(MaxListed)],
            UnmatchedTotal = map.Unmatched.Count,
            Missing =
            [
                .. map.Missing.Select(one => new MissingUnitAnswer(
                    one.Unit.Code.Value, one.Unit.NameVi, one.Unit.Level, one.HasShape)),
            ],
            Repairs = [.. map.Repairs.OrderByDescending(one => one.AreaSquareMeters).Take(MaxListed)],
            RepairsTotal = map.Repairs.Count,
            Report = report,
        };
}
