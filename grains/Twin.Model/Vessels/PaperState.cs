namespace Twin.Model.Vessels;

/// <summary>How a vessel stands with one paper on a day.</summary>
public enum PaperState
{
    /// <summary>There is none.</summary>
    Missing = 0,

    /// <summary>It holds.</summary>
    Valid = 1,

    /// <summary>Its last day is past.</summary>
    Expired = 2,

    /// <summary>Its first day is still to come.</summary>
    NotYetValid = 3,
}
