namespace Twin.Model.Places;

/// <summary>What kind of value a property of a place has.</summary>
public enum PlacePropertyType
{
    /// <summary>A text.</summary>
    Text = 0,

    /// <summary>A number.</summary>
    Number = 1,

    /// <summary>Yes or no.</summary>
    Flag = 2,

    /// <summary>A day.</summary>
    Day = 3,

    /// <summary>A list of short texts without semicolons.</summary>
    Texts = 4,
}
