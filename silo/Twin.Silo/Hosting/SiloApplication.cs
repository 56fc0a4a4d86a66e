using Microsoft.Extensions.DependencyInjection.Extensions;
using Twin.Api;
using Twin.Api.Exchange.Catalog;
using Twin.Api.Features;
using Twin.Api.Hosting;
using Twin.Api.Statistics;
using Twin.Geo.Datasets;
using Twin.Geo.Fleet;
using Twin.Grains.Cities;
using Twin.Grains.Places;
using Twin.Model.Cities;
using Twin.Model.Rollups;
using Twin.Model.Vessels;
using Twin.Silo.Commands;
using Twin.Silo.Demo;
using Twin.Storage;

namespace Twin.Silo.Hosting;

/// <summary>Puts the program together: the only place that chooses implementations.</summary>
internal static class SiloApplication
{
    // A filter has up to 16,384 characters, many of which take three bytes in an address; the default is 8 KiB.
    private const int MaxRequestLineBytes = 64 << 10;

    /// <summary>The whole city: grains, log, API and page.</summary>
    public static WebApplication Build(
        TwinOptions options, CityDataset dataset, DemoSource demo, FleetRules rules)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions
        {
            ContentRootPath = AppContext.BaseDirectory,
            WebRootPath = Path.Combine(AppContext.BaseDirectory, "wwwroot"),
        });
        Settings.AddTo(builder.Configuration);
        builder.WebHost.UseUrls(options.Urls.Split(';', StringSplitOptions.TrimEntries));
        // Endpoints of a "Kestrel" section, from a file or a variable, would replace the addresses that were checked.
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.ConfigurationLoader = null);
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Limits.MaxRequestLineSize = MaxRequestLineBytes);
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        // An address in use is told by the command in one line; the host would tell it in thirty.
        builder.Logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.None);
        AddCity(builder, options, dataset, isServing: true);
        builder.Services.AddSingleton<SiloReadiness>();
        builder.Services.AddSingleton<IReadiness>(services => services.GetRequiredService<SiloReadiness>());
        builder.Services.AddSingleton(demo);
        var zones = new LiveZones(rules.Zones as ZoneRaster ?? new ZoneRaster([], []));
        builder.Services.AddSingleton(zones);
        builder.Services.AddSingleton(rules with { Zones = zones });
        builder.Services.AddSingleton<ZoneFollower>();
        builder.Services.AddHostedService(services => services.GetRequiredService<ZoneFollower>());
        builder.Services.AddSingleton<StartReport>();
        builder.Services.AddSingleton<IBoundarySource, DatasetBoundarySource>();
        builder.Services.AddSingleton<DemoMarkerStore>();
        builder.Services.AddHostedService(services => services.GetRequiredService<DemoMarkerStore>());
        builder.Services.AddSingleton<DemoLoader>();
        builder.Services.AddSingleton<DemoFleetLoader>();
        builder.Services.AddSingleton<DemoPlacesLoader>();
        builder.Services.AddHostedService<DemoFleetFeed>();
        builder.Services.AddSingleton(services => Presentation(
            dataset, services.GetRequiredService<DemoMarkerStore>(), services.GetRequiredService<DemoLoader>()));
        var publication = dataset.Publication;
        builder.Services.AddSingleton(new DatasetTerms(
            publication.Publisher, publication.LicenceUrl, publication.Date));
        builder.Services.AddHostedService<CityStarter>();
        if (!GrainRuntime.IsAlone && options.Postgres.Length > 0)
        {
            builder.Services.AddHostedService<CityWatcher>();
        }

        builder.Services.AddTwinApi();
        builder.AddNews();
        builder.Services.TryAddSingleton<IRollupListener, NobodyListens>();
        var app = builder.Build();
        app.MapTwinApi();
        app.MapGrainRuntime();
        return app;
    }

    private static CityPresentation Presentation(CityDataset dataset, DemoMarkerStore markers, DemoLoader demo)
    {
        var city = dataset.City;
        var root = city.Tree.On(city.Tree.ChangeDates.Last()).Roots[0]; // A dataset without units is refused.
        return new CityPresentation(
            root.NameVi,
            root.NameEn,
            dataset.Boundaries.Any(b => b.IsSchematic),
            markers.Current is not null || demo.IsWanted(),
            dataset.Publication.FirstIndicator,
            dataset.Publication.SurveyCrs);
    }

    /// <summary>The grains over the log, without an API.</summary>
    public static IHost BuildGrainsOnly(TwinOptions options, CityDataset dataset)
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        AddCity(builder, options, dataset, isServing: false);
        builder.Services.AddSingleton<IRollupListener, NobodyListens>();
        return builder.Build();
    }

    private static void AddCity(
        IHostApplicationBuilder builder, TwinOptions options, CityDataset dataset, bool isServing)
    {
        var services = builder.Services;
        services.AddSingleton(options);
        services.AddSingleton(dataset);
        services.AddLiveCity(dataset.City);
        services.AddPlaces();
        services.AddSingleton(TimeProvider.System);
        AddStores(services, options);
        builder.AddGrainRuntime(options, isServing);
    }

    private static void AddStores(IServiceCollection services, TwinOptions options)
    {
        if (options.Postgres.Length > 0)
        {
            services.AddPostgresStores(postgres =>
            {
                postgres.ConnectionString = options.Postgres;
                postgres.IsOwner = GrainRuntime.IsAlone;
            });
        }
        else
        {
            services.AddSqliteObservationLog(log => log.Path = Path.Combine(options.Data, TwinOptions.LogFile));
            services.AddSingleton<ICityJournal>(
                _ => SqliteCityJournal.Open(Path.Combine(options.Data, TwinOptions.JournalFile)));
        }
    }

    private sealed class NobodyListens : IRollupListener
    {
        public bool IsListening => false;

        public void OnChanged(RollupChange change)
        {
            // Nobody listens.
        }
    }
}
