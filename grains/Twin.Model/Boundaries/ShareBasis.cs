namespace Twin.Model.Boundaries;

/// <summary>What a share rests on, from the surest.</summary>
public enum ShareBasis
{
    /// <summary>A resolution or another published table.</summary>
    Official = 0,

    /// <summary>Two maps laid over each other.</summary>
    Overlay = 1,

    /// <summary>A conclusion, such as that a unit goes on under its code.</summary>
    Inferred = 2,
}
