using Twin.Embedded;
using Twin.Grains.Persistence;
using Twin.Grains.Reminders;
using Twin.Grains.Units;
using Twin.Model.Operations;
using Twin.Storage.Backup;

namespace Twin.Silo.Runtime.Embedded;

/// <summary>Hosts the grains in this process.</summary>
internal static class GrainRuntime
{
    /// <summary>Whether grains hear nothing of another silo's, so that a store must belong to this one.</summary>
    public const bool IsAlone = true;

    /// <summary>Adds the grains.</summary>
    public static void AddGrainRuntime(
        this IHostApplicationBuilder builder, TwinOptions options, bool isServing) => builder.Services
        .AddGrainStates()
        .AddGrainReminders()
        .AddSingleton<IGrainStatistics, EmbeddedStatistics>()
        .AddEmbeddedGrains(null, typeof(IAdministrativeUnitGrain).Assembly);

    /// <summary>Nothing: states of grains are in the store of the log.</summary>
    public static IGrainStates? StatesOf(TwinOptions options) => null;

    /// <summary>Lets those who follow changes here hear of those on other silos.</summary>
    public static void AddNews(this IHostApplicationBuilder builder)
    {
        // There are no other silos.
    }

    /// <summary>Adds what the runtime shows of itself.</summary>
    public static void MapGrainRuntime(this WebApplication app)
    {
        // The page at /ops says it all.
    }
}
