namespace Twin.Model.Vessels;

/// <summary>What the clocks of a vessel show.</summary>
/// <param name="State">Whether it is heard.</param>
/// <param name="Silence">How long it has been silent, without the time in which its feed was down.</param>
public readonly record struct ContactReading(ContactState State, TimeSpan Silence)
{
    /// <summary>Whether it is lost, by either clock.</summary>
    public bool IsLost => State is ContactState.Lost or ContactState.LongLost;
}
