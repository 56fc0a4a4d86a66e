namespace Twin.Model.Vessels;

/// <summary>Which vessels an indicator counts.</summary>
public enum FleetMeasure
{
    /// <summary>All of them.</summary>
    All = 0,

    /// <summary>Those that lack a paper that they must have.</summary>
    Ineligible = 1,

    /// <summary>Those without registration, inspection and licence.</summary>
    ThreeNo = 2,

    /// <summary>Those that are lost, by either clock.</summary>
    Lost = 3,
}
