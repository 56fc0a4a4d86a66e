namespace Twin.Model.Vessels;

/// <summary>What a vessel must have to go fishing.</summary>
public enum PaperKind
{
    /// <summary>The registration.</summary>
    Registration = 0,

    /// <summary>The inspection of technical safety.</summary>
    Inspection = 1,

    /// <summary>The fishing licence.</summary>
    Licence = 2,

    /// <summary>A device that reports positions (VMS).</summary>
    Beacon = 3,
}
