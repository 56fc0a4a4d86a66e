using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Reflection;
using Twin.Model.Dimensions;

namespace Twin.Grains.Tests.Hosts.Orleans.Crossing;

/// <summary>Makes values of any type that grains exchange, no two members of them the same.</summary>
internal sealed class Samples
{
    private const int Elements = 2;

    // Texts of the values that are only made by parsing: codes, periods, ids.
    private static readonly string[] Texts = ["31", "2024-06", "FIBER", "HP-01", "a=b", "574000001"];

    private static readonly DateTimeOffset Epoch = new(2024, 6, 30, 0, 0, 0, TimeSpan.Zero);

    private int _count;

    /// <summary>
    /// One value of a type; of each of its cases where it is a closed choice, and by each of its factories where it has
    /// no constructor.
    /// </summary>
    public IEnumerable<object> AllOf(Type type)
    {
        if (type is { IsAbstract: true, IsInterface: false })
        {
            return type.Assembly.GetTypes().Where(one => one.IsSubclassOf(type) && !one.IsAbstract).SelectMany(AllOf);
        }

        return FactoriesOf(type) is { Length: > 0 } factories ? factories.Select(Made) : [Of(type)];
    }

    private static MethodInfo[] FactoriesOf(Type type) => type.IsClass && type.GetConstructors().Length == 0
        ? [.. type.GetMethods(BindingFlags.Public | BindingFlags.Static).Where(one => one.ReturnType == type)]
        : [];

    // A factory that gave nothing would not be one of them.
    private object Made(MethodInfo factory) =>
        factory.Invoke(null, [.. factory.GetParameters().Select(p => AllOf(p.ParameterType).First())])!;

    private object Of(Type type)
    {
        _count++;
        if (Nullable.GetUnderlyingType(type) is { } underlying)
        {
            return Of(underlying);
        }

        if (type.IsEnum)
        {
            return Enum.GetValues(type).Cast<object>().Last();
        }

        return TrySimple(type) ?? TryParse(type) ?? (TryMany(type, out var many) ? many : Composite(type));
    }

    private object? TrySimple(Type type) => Type.GetTypeCode(type) switch
    {
        TypeCode.String => string.Create(CultureInfo.InvariantCulture, $"văn bản {_count}"),
        TypeCode.Boolean => true,
        TypeCode.Double => _count + 0.5,
        TypeCode.Object when type == typeof(object) => "anything",
        TypeCode.Object when type == typeof(DateTimeOffset) => Epoch.AddMinutes(_count),
        TypeCode.Object when type == typeof(DateOnly) => new DateOnly(2024, 6, 30).AddDays(_count),
        TypeCode.Object when type == typeof(TimeSpan) => TimeSpan.FromSeconds(_count),
        TypeCode.Object when type == typeof(ReadOnlyMemory<byte>) => new ReadOnlyMemory<byte>([1, 2, (byte)_count]),
        TypeCode.Object => null,
        _ => Convert.ChangeType(_count, type, CultureInfo.InvariantCulture),
    };

    private static object? TryParse(Type type)
    {
        if (type == typeof(Breakdown))
        {
            return Breakdown.Parse("OPERATOR=VNPT");
        }

        var isParsable = type.IsValueType && type.GetInterfaces().Any(
            one => one.IsGenericType && one.GetGenericTypeDefinition() == typeof(IParsable<>));
        return isParsable
            ? Texts.Select(text => Parse(type, text)).FirstOrDefault(value => value is not null)
                ?? throw new InvalidOperationException($"No text in the list is a {type.Name}: add one.")
            : null;
    }

    private static object? Parse(Type type, string text)
    {
        object?[] arguments = [text, CultureInfo.InvariantCulture, null];
        return type.GetMethod("TryParse", [typeof(string), typeof(IFormatProvider), type.MakeByRefType()])
            ?.Invoke(null, arguments) is true
            ? arguments[2]
            : null;
    }

    private bool TryMany(Type type, [NotNullWhen(true)] out object? many)
    {
        var isMany = type.IsArray || (type.IsGenericType && type.GetGenericArguments().Length == 1
            && typeof(System.Collections.IEnumerable).IsAssignableFrom(type));
        many = null;
        if (!isMany)
        {
            return false;
        }

        var element = type.GetElementType() ?? type.GetGenericArguments()[0];
        var make = type.IsArray ? nameof(Array) : type.IsValueType ? nameof(Immutable) : nameof(List);
        many = GetType().GetMethod(make, BindingFlags.NonPublic | BindingFlags.Instance)!.MakeGenericMethod(element)
            .Invoke(this, null)!; // One of the three below.
        return true;
    }

    private T[] Array<T>() => [.. Enumerable.Range(0, Elements).SelectMany(_ => AllOf(typeof(T))).Cast<T>()];

    private ImmutableArray<T> Immutable<T>() => [.. Array<T>()];

    private List<T> List<T>() => [.. Array<T>()];

    private object Composite(Type type)
    {
        var constructor = type.GetConstructors().OrderByDescending(one => one.GetParameters().Length)
            .FirstOrDefault(one => !System.Array.Exists(one.GetParameters(), p => p.ParameterType == type))
            ?? throw new InvalidOperationException($"{type} has no constructor that this could call.");
        var made = constructor.Invoke([.. constructor.GetParameters().Select(p => AllOf(p.ParameterType).First())]);
        foreach (var property in type.GetProperties().Where(p => p.SetMethod?.IsPublic == true))
        {
            property.SetValue(made, AllOf(property.PropertyType).First());
        }

        return made;
    }
}
