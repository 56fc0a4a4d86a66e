namespace Twin.Embedded.Persistence;

/// <summary>What must be there before a grain's <c>OnActivateAsync</c> runs.</summary>
internal interface ILoadable
{
    /// <summary>Loads it, in the activation's turns.</summary>
    Task LoadAsync();
}
