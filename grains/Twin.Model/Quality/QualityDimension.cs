namespace Twin.Model.Quality;

/// <summary>The four ways in which data are good: "đúng, đủ, sạch, sống".</summary>
public enum QualityDimension
{
    /// <summary>Đúng: within bounds, in line with its history, its peers and the other indicators.</summary>
    Correct = 0,

    /// <summary>Đủ: what is due has come.</summary>
    Complete = 1,

    /// <summary>Sạch: no copies, no trouble in reading it.</summary>
    Clean = 2,

    /// <summary>Sống: as recent as its cadence asks.</summary>
    Live = 3,
}
