using OrleansSilo = Orleans.Runtime.Silo;

namespace Twin.Silo.Runtime.Orleans.News;

/// <summary>This silo's ear: it hands on to <see cref="NewsExchange"/> what other silos send.</summary>
internal sealed class NewsService(GrainId id, OrleansSilo silo, ILoggerFactory logging, NewsExchange exchange)
    : GrainService(id, silo, logging), INewsService
{
    public Task<bool> Follow(SiloAddress follower) => Task.FromResult(exchange.LetFollow(follower));

    public Task Receive(NewsMessage news)
    {
        exchange.Receive(news);
        return Task.CompletedTask;
    }
}
