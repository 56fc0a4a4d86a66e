namespace Twin.Silo.Tests;

/// <summary>The suite on files.</summary>
public sealed class SqliteKillTests : KillSuite
{
    private protected override int Kills => 20;

    private protected override Task<IReadOnlyDictionary<string, string>> EnvironmentAsync() =>
        Task.FromResult<IReadOnlyDictionary<string, string>>(new Dictionary<string, string>(StringComparer.Ordinal));
}
