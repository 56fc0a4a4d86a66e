using System.Reflection;
using Orleans.Concurrency;

namespace Twin.Embedded.Proxies;

/// <summary>What the host knows of a grain method: its name and the attributes on its interface declaration.</summary>
internal sealed class GrainMethod
{
    /// <param name="method">The method.</param>
    /// <param name="arguments">The fields of its calls that hold the arguments, in order.</param>
    public GrainMethod(MethodInfo method, IReadOnlyList<FieldInfo> arguments)
    {
        Arguments = arguments;
        Method = method;
        Name = method.Name;
        InterfaceName = method.DeclaringType?.FullName ?? string.Empty;
        FullName = $"{method.DeclaringType?.Name}.{method.Name}";
        IsOneWay = method.IsDefined(typeof(OneWayAttribute));
        AlwaysInterleaves = method.IsDefined(typeof(AlwaysInterleaveAttribute));
        IsReadOnly = method.IsDefined(typeof(ReadOnlyAttribute));
    }

    public IReadOnlyList<FieldInfo> Arguments { get; }

    public MethodInfo Method { get; }

    public string Name { get; }

    public string InterfaceName { get; }

    public string FullName { get; }

    public bool IsOneWay { get; }

    public bool AlwaysInterleaves { get; }

    public bool IsReadOnly { get; }
}
