using System.Reflection;
using Twin.Grains.Units;
using Twin.Model.Plans;
using Twin.Model.Rollups;
using Twin.TestKit;

namespace Twin.Grains.Tests.Serialization;

/// <summary>
/// Converters are compiled for Orleans alone, so this reads their sources: a member that somebody adds to a value and
/// forgets there would be lost between silos, and nowhere else.
/// </summary>
public sealed class ConverterTests
{
    private static readonly Assembly Grains = typeof(IAdministrativeUnitGrain).Assembly;
    private static readonly Assembly Model = typeof(Rollup).Assembly;

    [Fact]
    public void Every_value_that_grains_exchange_travels_with_all_its_members()
    {
        var values = Exchanged();

        Assert.Contains(typeof(TargetAssessment), values); // Reached through a list.
        Assert.Contains(typeof(VersionedAggregate), values); // Reached through a message.
        Assert.Empty(values.SelectMany(type => Findings(type, Source(type))));
    }

    [Fact]
    public void A_value_without_a_converter_is_found() => Assert.Single(Findings(typeof(Rollup), null));

    [Fact]
    public void A_member_that_stays_behind_on_either_side_is_found()
    {
        const string Whole = "value.Aggregate, value.Version surrogate.Aggregate, surrogate.Version";

        Assert.Empty(Findings(typeof(AggregateSlot), Whole));
        foreach (var side in (string[])["value", "surrogate"])
        {
            var missing = Whole.Replace($"{side}.Version", "0", StringComparison.Ordinal);
            Assert.Single(Findings(typeof(AggregateSlot), missing));
        }
    }

    private static IEnumerable<string> Findings(Type type, string? source)
    {
        if (source is null)
        {
            return [$"{type.Name} has no converter"];
        }

        var words = source.Split([' ', ',', ';', '(', ')', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries)
            .ToHashSet(StringComparer.Ordinal);
        return
            from member in Members(type)
            from side in (string[])["value", "surrogate"]
            where !words.Contains($"{side}.{member.Name}")
            select $"{type.Name}.{member.Name} is not in its converter ({side})";
    }

    /// <summary>The values of the model in what grains send and answer, and in one another.</summary>
    private static HashSet<Type> Exchanged()
    {
        var seen = new HashSet<Type>();
        var interfaces = Grains.GetExportedTypes().Where(t => t.IsInterface && typeof(IGrain).IsAssignableFrom(t));
        foreach (var method in interfaces.SelectMany(t => t.GetMethods()))
        {
            Visit(method.ReturnType, seen);
            Array.ForEach(method.GetParameters(), parameter => Visit(parameter.ParameterType, seen));
        }

        return [.. seen.Where(t => t.Assembly == Model && !t.IsEnum)];
    }

    private static void Visit(Type type, HashSet<Type> seen)
    {
        if (!seen.Add(type))
        {
            return;
        }

        Array.ForEach(type.GetGenericArguments(), argument => Visit(argument, seen));
        if (type.Assembly == Model || type.Assembly == Grains)
        {
            foreach (var member in Members(type))
            {
                Visit(member.PropertyType, seen);
            }
        }
    }

    private static IEnumerable<PropertyInfo> Members(Type type) =>
        type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.SetMethod?.IsPublic == true);

    private static string? Source(Type type)
    {
        var path = Path.Combine(
            ReferenceData.RepositoryRoot, "grains", "Twin.Grains", "Serialization", $"{type.Name}Converter.cs");
        return File.Exists(path) ? File.ReadAllText(path) : null;
    }
}
