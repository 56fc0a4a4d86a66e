using Orleans.Runtime.Services;

namespace Twin.Silo.Runtime.Orleans.News;

/// <summary>Reaches the news services of other silos.</summary>
internal sealed class NewsClient(IServiceProvider services) : GrainServiceClient<INewsService>(services), INewsClient
{
    public INewsService Of(SiloAddress silo) => GetGrainService(silo);
}
