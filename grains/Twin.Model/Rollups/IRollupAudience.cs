namespace Twin.Model.Rollups;

/// <summary>Those who follow changes through this process. They can be told that changes passed them by.</summary>
public interface IRollupAudience : IRollupListener
{
    /// <summary>Takes note that changes were missed: who follows must ask for everything anew.</summary>
    void OnMissed();
}
