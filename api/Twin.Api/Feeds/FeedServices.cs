using Microsoft.Extensions.DependencyInjection;

namespace Twin.Api.Feeds;

/// <summary>Adds feeds over the network.</summary>
internal static class FeedServices
{
    /// <summary>Adds what runs them.</summary>
    public static void AddFeeds(this IServiceCollection services)
    {
        services.AddOptions<FeedOptions>()
            .BindConfiguration(FeedOptions.Section)
            .ValidateDataAnnotations()
            .ValidateOnStart();
        services.AddMetrics();
        services.AddSingleton<FeedMetrics>();
        services.AddSingleton<FeedService>();
        services.AddHostedService(provider => provider.GetRequiredService<FeedService>());
    }
}
