namespace Twin.Model.Vessels;

/// <summary>Is told of vessels that moved, in this process. Calls come from grains: they must return at once.</summary>
public interface IFleetListener
{
    /// <summary>Whether anybody watches; when nobody does, grains do not make up the marks.</summary>
    bool IsWatching { get; }

    /// <summary>Takes note of vessels that were just heard, each once. Never blocks and never throws.</summary>
    void OnMoved(IReadOnlyList<VesselMark> marks);
}
