using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Twin.Model.Observations;
using Twin.Storage.Tests.Support;

namespace Twin.Storage.Tests;

public sealed class SqliteObservationLogRegistrationTests : IDisposable
{
    private readonly LogDirectory _directory = new();

    [Fact]
    public async Task The_provider_opens_the_log_and_closes_it()
    {
        var provider = new ServiceCollection()
            .AddSqliteObservationLog(options => options.Path = _directory.Path)
            .BuildServiceProvider();

        await provider.GetRequiredService<IObservationLog>().AppendAsync(Batches.Of(Batches.QuanToan), default);
        await provider.DisposeAsync();

        await using var log = _directory.Open();
        Assert.Equal(1, log.Head);
    }

    [Theory]
    [InlineData("no path", "", 1, 1, 16)]
    [InlineData("no batch a commit", "x.db", 0, 1, 16)]
    [InlineData("no queue", "x.db", 1, 0, 16)]
    [InlineData("a checkpoint all the time", "x.db", 1, 1, 15)]
    public async Task Options_out_of_bounds_are_refused(string name, string path, int batches, int queue, int pages)
    {
        await using var provider = new ServiceCollection()
            .AddSqliteObservationLog(options =>
            {
                options.Path = path;
                options.MaxBatchesPerCommit = batches;
                options.QueueLimit = queue;
                options.CheckpointPages = pages;
            })
            .BuildServiceProvider();

        var refusal = Record.Exception(() => provider.GetRequiredService<IObservationLog>());

        Assert.True(refusal is OptionsValidationException, name);
    }

    public void Dispose() => _directory.Dispose();
}
