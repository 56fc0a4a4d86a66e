using System.Reflection;
using Orleans.Concurrency;

namespace Twin.Embedded.Proxies;

/// <summary>What the host knows of a grain method: its name and the attributes on its interface declaration.</summary>
internal sealed class GrainMethod
{
    public GrainMethod(MethodInfo method)
    {
        FullName = $"{method.DeclaringType?.Name}.{method.Name}";
        IsOneWay = method.IsDefined(typeof(OneWayAttribute));
        AlwaysInterleaves = method.IsDefined(typeof(AlwaysInterleaveAttribute));
        IsReadOnly = method.IsDefined(typeof(ReadOnlyAttribute));
    }

    public string FullName { get; }

    public bool IsOneWay { get; }

    public bool AlwaysInterleaves { get; }

    public bool IsReadOnly { get; }
}
