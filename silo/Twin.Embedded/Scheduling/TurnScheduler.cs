using Twin.Embedded.Activations;

namespace Twin.Embedded.Scheduling;

/// <summary>
/// Decides which activation runs next, and where. The one seam between what grains do and when: a simulation replaces
/// it to order every turn from a seed. An activation is handed over at most once until its <see
/// cref="Activation.Dispatch"/> has run; that call must come exactly once for each hand-over, on any thread.
/// </summary>
internal abstract class TurnScheduler
{
    /// <summary>
    /// An activation has work again. Called by any thread, also from within other activations' turns.
    /// </summary>
    public abstract void Schedule(Activation activation);

    /// <summary>An activation has used up its turns and has more work: others go first.</summary>
    public abstract void Yield(Activation activation);
}
