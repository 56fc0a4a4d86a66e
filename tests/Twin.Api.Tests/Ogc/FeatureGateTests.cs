using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;
using Twin.Api.Hosting;
using Twin.Api.Ogc;

namespace Twin.Api.Tests.Ogc;

public sealed class FeatureGateTests
{
    private readonly TaskCompletionSource<IResult> _answer = new();

    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 2)]
    [InlineData(8, 6)]
    [InlineData(64, 48)]
    public async Task One_client_takes_three_quarters_of_the_places_and_others_find_the_rest(int most, int ofOne)
    {
        var gate = Gate(most);
        var greedy = Ask(gate, "10.0.0.1", most + 10);
        var others = Enumerable.Range(2, most - ofOne)
            .SelectMany(i => Ask(gate, FormattableString.Invariant($"10.0.0.{i}"), 1)).ToArray();
        var late = Ask(gate, "10.0.1.1", 1);

        Assert.Equal(ofOne, greedy.Count(IsInside));
        Assert.All(others, other => Assert.True(IsInside(other)));
        Assert.False(IsInside(late[0]));

        _answer.SetResult(TypedResults.Ok());
        var all = await Task.WhenAll([.. greedy, .. others, .. late]);
        Assert.Equal(most, all.Count(result => result is Ok));
    }

    [Fact]
    public async Task A_place_is_free_again_when_a_query_is_answered_or_fails()
    {
        var gate = Gate(1);
        for (var i = 0; i < 3; i++)
        {
            await Assert.ThrowsAsync<InvalidOperationException>(() => gate.RunAsync(
                Client("10.0.0.1"), () => Task.FromException<IResult>(new InvalidOperationException("It broke."))));
            Assert.IsType<Ok>(await gate.RunAsync(
                Client("10.0.0.2"), () => Task.FromResult<IResult>(TypedResults.Ok())));
        }
    }

    private static bool IsInside(Task<IResult> query) => !query.IsCompleted;

    private static FeatureGate Gate(int most) =>
        new(Options.Create(new TwinApiOptions { MaxConcurrentQueries = most }));

    private static DefaultHttpContext Client(string address) =>
        new() { Connection = { RemoteIpAddress = IPAddress.Parse(address) } };

    private Task<IResult>[] Ask(FeatureGate gate, string address, int times) =>
        [.. Enumerable.Range(0, times).Select(_ => gate.RunAsync(Client(address), () => _answer.Task))];
}
