using System.Reflection;
using Orleans;
using Orleans.Concurrency;
using Twin.Embedded.Proxies;
using Twin.Embedded.Tests.Grains;

namespace Twin.Embedded.Tests;

public sealed class GrainInterfaceTests
{
    public static TheoryData<string, Assembly> Refused => new()
    {
        { "returns System.Void instead of", InterfaceShape.Emit(typeof(void)) },
        { "returns System.Int32 instead of", InterfaceShape.Emit(typeof(int)) },
        { "is generic", InterfaceShape.Emit(typeof(Task), isGenericMethod: true) },
        { "is generic", InterfaceShape.Emit(typeof(Task), isGeneric: true) },
        { "by reference", InterfaceShape.Emit(typeof(Task), [typeof(int).MakeByRefType()]) },
        { "ref struct", InterfaceShape.Emit(typeof(Task), [typeof(Span<int>)]) },
        { "is one-way and returns", InterfaceShape.Emit(typeof(Task<int>), attribute: typeof(OneWayAttribute)) },
        { "is not public", InterfaceShape.Emit(typeof(Task), isPublic: false) },
        { "does not extend IGrainWithStringKey", InterfaceShape.Emit(typeof(Task), extends: typeof(IGrain)) },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public void What_the_host_does_not_support_is_refused_at_start_by_name(string fault, Assembly assembly)
    {
        var refusal = Assert.Throws<InvalidOperationException>(() => GrainTypes.In([assembly]));

        Assert.Contains("IShapeGrain", refusal.Message, StringComparison.Ordinal);
        Assert.Contains(fault, refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(typeof(Task))]
    [InlineData(typeof(Task<int>))]
    [InlineData(typeof(ValueTask))]
    [InlineData(typeof(ValueTask<string>))]
    [InlineData(typeof(IAsyncEnumerable<int>))]
    public void What_the_host_supports_is_accepted(Type returnType)
    {
        var types = GrainTypes.In([InterfaceShape.Emit(returnType, [typeof(string), typeof(CancellationToken)])]);

        Assert.Equal("IShapeGrain", Assert.Single(types.Interfaces).Type.Name);
        Assert.Empty(types.Classes);
    }

    [Fact]
    public async Task An_interface_that_no_class_implements_is_refused_when_it_is_asked_for()
    {
        await using var host = await TestHost.StartAsync();

        var refusal = Assert.Throws<ArgumentException>(() => host.Get<INobodysGrain>("a"));

        Assert.Contains(nameof(INobodysGrain), refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_several_classes_the_prefix_picks_one_and_without_it_the_interfaces_name()
    {
        await using var host = await TestHost.StartAsync();

        Assert.Equal("ManifoldGrain", await host.Get<IManifoldGrain>("a").ClassName());
        Assert.Equal("OtherManifoldGrain", await host.Factory.GetGrain<IManifoldGrain>(
            "a", "Twin.Embedded.Tests.Grains.Other").ClassName());
        Assert.Throws<ArgumentException>(() => host.Factory.GetGrain<IManifoldGrain>("a", "Twin.Nowhere"));
    }

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    public async Task A_key_must_not_be_empty(string? key)
    {
        await using var host = await TestHost.StartAsync();

        // Null is what a caller without nullable annotations may pass.
        Assert.ThrowsAny<ArgumentException>(() => host.Get<IScriptGrain>(key!));
    }
}
