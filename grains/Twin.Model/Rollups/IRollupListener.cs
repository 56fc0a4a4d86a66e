namespace Twin.Model.Rollups;

/// <summary>Is told of changed figures in this process. Calls come from grains: they must return at once.</summary>
public interface IRollupListener
{
    /// <summary>Whether anybody listens; when nobody does, grains do not make up the message.</summary>
    bool IsListening { get; }

    /// <summary>Takes note of a change. Never blocks and never throws.</summary>
    void OnChanged(RollupChange change);
}
