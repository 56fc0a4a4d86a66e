namespace Twin.Model.Observations;

/// <summary>The observation status (SDMX CL_OBS_STATUS, with one of our own for demonstration data).</summary>
public enum ObservationStatus : byte
{
    /// <summary>A: a normal value.</summary>
    Normal = 0,

    /// <summary>P: provisional.</summary>
    Provisional = 1,

    /// <summary>E: estimated.</summary>
    Estimated = 2,

    /// <summary>M: there is no value; takes back an earlier one.</summary>
    Missing = 3,

    /// <summary>X: generated for demonstration, by nobody's measurement.</summary>
    Demo = 4,
}
