using Twin.Embedded.Persistence;

namespace Twin.Embedded.Activations;

/// <summary>Gives activations what they send requests to.</summary>
internal interface IGrainMaker
{
    /// <summary>The grain of an activation, in its first turn.</summary>
    /// <param name="activation">The activation.</param>
    /// <param name="states">What is to be loaded before the grain may use it.</param>
    object Make(Activation activation, out IReadOnlyList<ILoadable> states);
}
