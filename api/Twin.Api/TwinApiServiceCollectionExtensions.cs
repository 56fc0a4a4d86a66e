using System.IO.Compression;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Twin.Api.Alerts;
using Twin.Api.Cascades;
using Twin.Api.Cities;
using Twin.Api.Description;
using Twin.Api.Duties;
using Twin.Api.Exchange.Catalog;
using Twin.Api.Exchange.Exports;
using Twin.Api.Exchange.Imports;
using Twin.Api.Exchange.Maps;
using Twin.Api.Explanations;
using Twin.Api.Features;
using Twin.Api.Feeds;
using Twin.Api.Hosting;
using Twin.Api.Json;
using Twin.Api.Live;
using Twin.Api.Observations;
using Twin.Api.Operations;
using Twin.Api.Ogc;
using Twin.Api.Problems;
using Twin.Api.Quality;
using Twin.Api.Statistics;
using Twin.Api.Vessels;
using Twin.Api.Vessels.Register;
using Twin.Api.Vessels.Retention;
using Twin.Api.Webhooks;
using Twin.Grains.Cities;
using Twin.Model.Alerts;
using Twin.Model.Boundaries;
using Twin.Model.Operations;
using Twin.Model.Rollups;
using Twin.Model.Vessels;

namespace Twin.Api;

/// <summary>Adds the API to a service collection.</summary>
public static class TwinApiServiceCollectionExtensions
{
    /// <summary>
    /// Adds the API. The host registers what it reads from: <c>LiveCity</c>, <c>IGrainFactory</c>,
    /// <c>IObservationLog</c>, <see cref="CityPresentation"/>; and, where it has them, <c>TimeProvider</c>,
    /// <see cref="IBoundarySource"/> and <see cref="IReadiness"/>.
    /// </summary>
    public static IServiceCollection AddTwinApi(
        this IServiceCollection services, Action<TwinApiOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        StrictGzip.Require();
        services.AddOptions<TwinApiOptions>()
            .BindConfiguration(TwinApiOptions.Section)
            .Configure(options => configure?.Invoke(options))
            .ValidateDataAnnotations()
            .ValidateOnStart();
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<IBoundarySource, NoBoundaries>();
        services.TryAddSingleton<IReadiness, AlwaysReady>();
        services.TryAddSingleton<IGrainStatistics, NoGrainStatistics>();
        services.AddPerCity(city => new UnitSearch(city));
        services.AddTransient<DutyCollector>();
        services.AddTransient<AlertCollector>();
        services.AddTransient<QuarantineCollector>();
        services.AddSingleton<IAlertText, AlertText>();
        services.AddOptions<WebhookOptions>()
            .BindConfiguration(WebhookOptions.Section)
            .ValidateDataAnnotations()
            .ValidateOnStart();
        services.TryAddSingleton<IWebhookSender, HttpWebhookSender>();
        services.AddSingleton<IAlertListener>(provider => provider.GetRequiredService<EventHub>());
        services.AddSingleton<CascadeDesk>();
        services.AddSingleton<BoundaryCache>();
        services.AddOgc();
        AddOtherBoundaries(services);
        services.AddTransient<Explainer>();
        services.AddSingleton<CityChangeDesk>();
        services.AddSingleton<WriteBarrier>();
        services.AddSingleton<ReportedMonths>();
        services.AddPerCity(city => new ReportVocabulary(city));
        services.AddTransient<ReportReader>();
        services.AddSingleton<ReportDispatch>();
        services.AddSingleton<IngestGate>();
        AddFleet(services);
        AddImports(services);
        services.AddTransient<FigureSource>();
        services.TryAddSingleton(new DatasetTerms("The operator of this twin", null, null));
        services.AddSingleton<EventHub>();
        services.AddSingleton<IRollupAudience>(provider => provider.GetRequiredService<EventHub>());
        services.AddSingleton<IRollupListener>(provider => provider.GetRequiredService<EventHub>());
        services.AddHostedService(provider => provider.GetRequiredService<EventHub>());
        services.ConfigureHttpJsonOptions(options => ApiJson.Configure(options.SerializerOptions));
        services.Configure<KestrelServerOptions>(options => options.AddServerHeader = false);
        services.AddDescription();
        AddCompression(services);
        return services;
    }

    private static void AddImports(IServiceCollection services)
    {
        services.AddTransient<ImportReader>();
        services.AddTransient<BoundaryImporter>();
        services.AddTransient<PlaceImporter>();
    }

    private static void AddFleet(IServiceCollection services)
    {
        services.AddSingleton<PositionDesk>();
        services.AddSingleton<FleetReader>();
        services.AddSingleton<FleetPicture>();
        services.AddSingleton<LiveFleet>();
        services.AddSingleton<IFleetAudience>(provider => provider.GetRequiredService<LiveFleet>());
        services.AddSingleton<IFleetListener>(provider => provider.GetRequiredService<LiveFleet>());
        services.AddHostedService(provider => provider.GetRequiredService<LiveFleet>());
        services.AddSingleton<RegisterDesk>();
        services.AddOptions<RetentionOptions>()
            .BindConfiguration(RetentionOptions.Section)
            .ValidateDataAnnotations()
            .ValidateOnStart();
        services.AddSingleton<RetentionService>();
        services.AddHostedService(provider => provider.GetRequiredService<RetentionService>());
        services.AddTransient<PositionBodyReader>();
        services.AddFeeds();
    }

    private static void AddCompression(IServiceCollection services)
    {
        services.AddResponseCompression(options => options.MimeTypes =
        [
            .. ResponseCompressionDefaults.MimeTypes,
            BoundaryEndpoints.GeoJsonMediaType,
            ProblemResult.MediaType,
            "application/x-protobuf",
        ]);
        // Answers are made for one request, so the time to compress them counts more than the last per cent.
        services.Configure<BrotliCompressionProviderOptions>(options => options.Level = CompressionLevel.Fastest);
        services.Configure<GzipCompressionProviderOptions>(options => options.Level = CompressionLevel.Fastest);
    }

    /// <summary>Figures on other boundaries than those of then, and what follows from them.</summary>
    private static void AddOtherBoundaries(IServiceCollection services)
    {
        services.AddPerCity(city => new BoundaryFlows(city));
        services.AddTransient<RebasedFigures>();
        services.AddTransient<RebasedTargets>();
        services.AddTransient<OtherRankings>();
    }
}
