using Twin.Api.Hosting;

namespace Twin.Api.Tests.Hosting;

public sealed class ListenGuardTests
{
    [Theory]
    [InlineData("http://127.0.0.1:8080")]
    [InlineData("http://127.1.2.3:1")]
    [InlineData("http://[::1]:8080")]
    [InlineData("http://localhost:8080")]
    [InlineData("http://LOCALHOST:8080; http://127.0.0.1:8081")]
    [InlineData("http://127.0.0.1:8080/")]
    public void Addresses_of_this_machine_alone_may_be_listened_on(string urls) => Assert.Null(ListenGuard.Check(urls));

    [Theory]
    [InlineData("http://0.0.0.0:8080", "forbidden")]
    [InlineData("http://*:8080", "forbidden")]
    [InlineData("http://+:8080", "forbidden")]
    [InlineData("http://[::]:8080", "forbidden")]
    [InlineData("http://192.168.1.5:8080", "forbidden")]
    [InlineData("http://twin.haiphong.gov.vn", "forbidden")]
    [InlineData("http://127.0.0.1.example.com:80", "forbidden")]
    [InlineData("http://127.0.0.1:8080;http://10.0.0.1:8080", "forbidden")]
    [InlineData("nonsense", "invalid_address")]
    [InlineData("http://unix:/run/twin.sock", "invalid_address")]
    [InlineData("", "invalid_address")]
    [InlineData(" ; ", "invalid_address")]
    [InlineData(null, "invalid_address")]
    public void Any_other_address_is_refused_with_the_reason(string? urls, string code)
    {
        var refusal = ListenGuard.Check(urls);

        Assert.NotNull(refusal);
        Assert.Equal(code, refusal.Code);
        Assert.Contains("127.0.0.1", refusal.Hint, StringComparison.Ordinal);
    }
}
