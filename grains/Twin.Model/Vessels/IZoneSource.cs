namespace Twin.Model.Vessels;

/// <summary>Gives the map of zones as it is now. Safe for any number of threads.</summary>
public interface IZoneSource
{
    /// <summary>The map; another takes its place when zones are drawn anew.</summary>
    IZoneMap Current { get; }
}
