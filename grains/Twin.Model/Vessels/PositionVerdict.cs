namespace Twin.Model.Vessels;

/// <summary>What becomes of a report.</summary>
public enum PositionVerdict
{
    /// <summary>It moves the vessel.</summary>
    Accepted = 0,

    /// <summary>The same report has come before, by the same receiver.</summary>
    Repeated = 1,

    /// <summary>The same report has come before, by another receiver.</summary>
    OtherReceiver = 2,

    /// <summary>It is older than what is known already.</summary>
    Older = 3,

    /// <summary>It is from later than now.</summary>
    Future = 4,

    /// <summary>No vessel can be there so soon.</summary>
    Jump = 5,

    /// <summary>It is at 0° 0', where devices are that know nothing.</summary>
    NullIsland = 6,

    /// <summary>It is on land, where no vessel can be.</summary>
    OnLand = 7,
}
