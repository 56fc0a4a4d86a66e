using System.Collections.Immutable;
using System.Reflection;
using Orleans;
using Twin.Grains.Units;

namespace Twin.Architecture.Tests.Messages;

/// <summary>Messages between grains cannot change on the way, and keep their wire names.</summary>
public sealed class GrainMessageTests
{
    private static readonly Assembly Grains = typeof(IAdministrativeUnitGrain).Assembly;

    private static IEnumerable<MethodInfo> Methods => Grains.GetExportedTypes()
        .Where(t => t.IsInterface && typeof(IGrain).IsAssignableFrom(t)).SelectMany(t => t.GetMethods());

    private static IEnumerable<Type> Messages => Grains.GetExportedTypes()
        .Where(t => !t.IsInterface && !t.IsEnum && !(t.IsAbstract && t.IsSealed)); // Static classes are no messages.

    public static TheoryData<Type, int> Samples => new()
    {
        { typeof(Good), 0 },
        { typeof(WithSetter), 1 },
        { typeof(WithField), 1 },
        { typeof(WithList), 1 },
        { typeof(WithArray), 1 },
        { typeof(WithBadPart), 1 },
        { typeof(int[]), 1 },
        { typeof(Task<ImmutableArray<Good>>), 0 },
        { typeof(Task<List<Good>>), 1 },
    };

    [Fact]
    public void Whatever_grains_exchange_is_immutable_all_the_way_down()
    {
        var exchanged = Methods
            .SelectMany(m => m.GetParameters().Select(p => p.ParameterType).Append(m.ReturnType)).Distinct().ToArray();

        Assert.NotEmpty(exchanged);
        Repository.AssertNone(exchanged.SelectMany(Immutability.Findings).Distinct(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_message_has_a_serializer_an_alias_of_its_own_and_numbered_members()
    {
        Assert.NotEmpty(Messages);
        Repository.AssertNone(Messages.SelectMany(WireFindings));
        Assert.Equal(Messages.Count(), Messages.Select(Alias).Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public void Every_grain_class_is_internal() => Assert.DoesNotContain(
        Grains.GetExportedTypes(), t => t.IsClass && typeof(Grain).IsAssignableFrom(t));

    [Fact]
    public void Grain_methods_carry_no_async_suffix() => Assert.DoesNotContain(
        Methods, m => m.Name.EndsWith("Async", StringComparison.Ordinal));

    [Theory]
    [MemberData(nameof(Samples))]
    public void A_type_that_can_change_is_found(Type type, int findings) =>
        Assert.Equal(findings, Immutability.Findings(type).Count());

    [Fact]
    public void A_message_without_its_attributes_is_found() => Assert.Equal(4, WireFindings(typeof(Good)).Count());

    private static string? Alias(Type type) => type.GetCustomAttribute<AliasAttribute>()?.Alias;

    private static IEnumerable<string> WireFindings(Type type)
    {
        if (!type.IsDefined(typeof(GenerateSerializerAttribute), false))
        {
            yield return $"{type.Name} has no serializer";
        }

        if (!type.IsDefined(typeof(ImmutableAttribute), false))
        {
            yield return $"{type.Name} is not marked immutable";
        }

        if (Alias(type)?.StartsWith("twin.", StringComparison.Ordinal) != true)
        {
            yield return $"{type.Name} has no alias of ours";
        }

        var ids = type.GetProperties().Where(p => p.CanWrite)
            .Select(p => p.GetCustomAttribute<IdAttribute>()?.Id).ToArray();
        if (ids.Any(id => id is null) || ids.Distinct().Count() != ids.Length)
        {
            yield return $"{type.Name} has members without a number of their own";
        }
    }

    private sealed record Good(int A, string? B, ImmutableArray<double> C, DateOnly? D);

    private sealed record WithSetter
    {
        public int A { get; set; }
    }

    private sealed record WithField
    {
#pragma warning disable CS0649 // Nothing sets it: that it could be set is the point.
        internal int A;
#pragma warning restore CS0649
    }

    private sealed record WithList(List<int> A);

    private sealed record WithArray(int[] A);

    private sealed record WithBadPart(ImmutableArray<WithArray> A);
}
