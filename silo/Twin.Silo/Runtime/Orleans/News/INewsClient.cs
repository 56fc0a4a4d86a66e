using Orleans.Services;

namespace Twin.Silo.Runtime.Orleans.News;

/// <summary>Reaches the news services of other silos.</summary>
internal interface INewsClient : IGrainServiceClient<INewsService>
{
    /// <summary>The service of that silo.</summary>
    INewsService Of(SiloAddress silo);
}
