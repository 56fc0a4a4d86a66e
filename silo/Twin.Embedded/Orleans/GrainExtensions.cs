using Orleans.Runtime;
using Twin.Embedded.Activations;
using Twin.Embedded.Proxies;

namespace Orleans;

/// <summary>What can be asked of any grain or reference to one.</summary>
public static class GrainExtensions
{
    /// <summary>The key that the grain is named by.</summary>
    /// <exception cref="ArgumentException">Neither a grain nor a reference to one.</exception>
    public static string GetPrimaryKeyString(this IAddressable grain)
    {
        ArgumentNullException.ThrowIfNull(grain);
        return grain switch
        {
            GrainReference reference => reference.Key,
            IGrainBase { GrainContext: Activation activation } => activation.Key,
            _ => throw new ArgumentException(
                $"{grain.GetType()} is neither a grain nor a reference to one.", nameof(grain)),
        };
    }

    /// <summary>The grain's type and key.</summary>
    /// <exception cref="ArgumentException">Neither a grain nor a reference to one.</exception>
    public static GrainId GetGrainId(this IAddressable grain)
    {
        ArgumentNullException.ThrowIfNull(grain);
        return grain switch
        {
            GrainReference reference => reference.GrainId,
            IGrainBase { GrainContext: { } context } => context.GrainId,
            _ => throw new ArgumentException(
                $"{grain.GetType()} is neither a grain nor a reference to one.", nameof(grain)),
        };
    }
}
