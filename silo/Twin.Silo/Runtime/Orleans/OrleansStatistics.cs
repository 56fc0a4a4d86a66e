using Twin.Model.Operations;

namespace Twin.Silo.Runtime.Orleans;

/// <summary>
/// What Orleans' management grain tells of the whole cluster: which classes live, and how many. The rest is on Orleans'
/// own dashboard.
/// </summary>
internal sealed class OrleansStatistics(IGrainFactory grains) : IGrainStatistics
{
    /// <summary>Where Orleans' dashboard is.</summary>
    public const string DashboardPath = "/ops/orleans";

    public string? Dashboard => DashboardPath;

    public async Task<GrainReadings> ReadAsync(int busiest, CancellationToken cancellationToken)
    {
        var management = grains.GetGrain<IManagementGrain>(0);
        var statistics = await management.GetSimpleGrainStatistics(cancellationToken);
        return new GrainReadings(
            [
                .. statistics.GroupBy(one => NameOf(one.GrainType), StringComparer.Ordinal)
                    .OrderBy(group => group.Key, StringComparer.Ordinal)
                    .Select(group => new GrainClassReading
                    {
                        Name = group.Key,
                        Activations = group.Sum(one => (long)one.ActivationCount),
                    }),
            ],
            [],
            []);
    }

    // "Twin.Grains.Units.AdministrativeUnitGrain,Twin.Grains" or without its assembly.
    private static string NameOf(string grainType)
    {
        var type = grainType.Split(',')[0];
        return type[(type.LastIndexOf('.') + 1)..];
    }
}
