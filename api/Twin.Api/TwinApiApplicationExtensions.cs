using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Twin.Api.Alerts;
using Twin.Api.Cascades;
using Twin.Api.Catalogues;
using Twin.Api.Cities;
using Twin.Api.Description;
using Twin.Api.Duties;
using Twin.Api.Exchange.Catalog;
using Twin.Api.Exchange.Exports;
using Twin.Api.Exchange.Imports;
using Twin.Api.Exchange.Maps;
using Twin.Api.Exchange.Print;
using Twin.Api.Explanations;
using Twin.Api.Features;
using Twin.Api.Hosting;
using Twin.Api.Live;
using Twin.Api.Observations;
using Twin.Api.Ogc;
using Twin.Api.Operations;
using Twin.Api.Places;
using Twin.Api.Problems;
using Twin.Api.Quality;
using Twin.Api.Requests;
using Twin.Api.Space;
using Twin.Api.Space.Moving;
using Twin.Api.Statistics;
using Twin.Api.Vessels;
using Twin.Api.Vessels.Register;
using Twin.Api.Vessels.Tracks;
using Twin.Api.Webhooks;

namespace Twin.Api;

/// <summary>Puts the API into an application.</summary>
public static class TwinApiApplicationExtensions
{
    /// <summary>Adds the guards, the page and every endpoint. Once, before the application runs.</summary>
    public static WebApplication MapTwinApi(this WebApplication app)
    {
        ArgumentNullException.ThrowIfNull(app);
        var options = app.Services.GetRequiredService<IOptions<TwinApiOptions>>().Value;
        app.UseGuards(options);
        app.MapPage(options.PageDirectory);
        app.MapOpenApi(DescriptionServices.Route);
        app.MapHealth();
        app.MapOperations();
        var v1 = app.MapGroup("/v1");
        v1.AddEndpointFilter(AcceptedQuery.RefuseUnknownAsync);
        v1.MapPlaces();
        v1.MapFigures();
        v1.MapWork();
        v1.MapTraffic();
        app.MapOgc();
        return app;
    }

    /// <summary>What the city is.</summary>
    private static void MapPlaces(this RouteGroupBuilder v1)
    {
        v1.MapCity();
        v1.MapCityChanges();
        v1.MapPlanChanges();
        v1.MapUnits();
        v1.MapBoundaries();
        v1.MapSpace();
        v1.MapAreas();
        v1.MapVesselSearch();
        v1.MapDensity();
        v1.MapSitesAndPlaces();
        v1.MapDimensions();
        v1.MapCatalogues();
    }

    /// <summary>How it stands.</summary>
    private static void MapFigures(this RouteGroupBuilder v1)
    {
        v1.MapUnitFigures();
        v1.MapExplanations();
        v1.MapRollups();
        v1.MapMatrix();
        v1.MapRanking();
        v1.MapForecast();
        v1.MapMilestones();
        v1.MapCascades();
        v1.MapHistory();
        v1.MapQuality();
    }

    /// <summary>What somebody has to do.</summary>
    private static void MapWork(this RouteGroupBuilder v1)
    {
        v1.MapDuties();
        v1.MapAlerts();
        v1.MapCases();
        v1.MapWebhooks();
        v1.MapQuarantine();
    }

    /// <summary>What comes in and goes out.</summary>
    private static void MapTraffic(this RouteGroupBuilder v1)
    {
        v1.MapFleetPositions();
        v1.MapVessels();
        v1.MapRegister();
        v1.MapTracks();
        v1.MapFleetPast();
        v1.MapFishingZones();
        v1.MapPositions();
        v1.MapReports();
        v1.MapImports();
        v1.MapMapImports();
        v1.MapMapExports();
        v1.MapExports();
        v1.MapCatalog();
        v1.MapPrint();
        v1.MapEvents();
    }

    private static void UseGuards(this WebApplication app, TwinApiOptions options)
    {
        app.UseMiddleware<SecurityHeaders>();
        app.UseResponseCompression();
        app.UseProblems();
        app.UseMiddleware<LoopbackGuard>();
        app.UseMiddleware<ReadinessGuard>();
        app.UsePageFiles(options.PageDirectory);
        app.UseRouting();
    }
}
