namespace Twin.Embedded.Activations;

/// <summary>The life of an activation, in order.</summary>
internal enum ActivationState
{
    /// <summary>Known to the catalog; no turn has run.</summary>
    Created,

    /// <summary>Being constructed, or in <c>OnActivateAsync</c>; requests wait.</summary>
    Activating,

    /// <summary>Serves requests.</summary>
    Active,

    /// <summary>In <c>OnDeactivateAsync</c>; requests wait for the next activation.</summary>
    Deactivating,

    /// <summary>Gone; what still arrives goes to the next activation.</summary>
    Dead,
}
