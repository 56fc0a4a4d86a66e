namespace Twin.Model.Cities;

/// <summary>One entry of the city's journal: somebody changed what the city is.</summary>
/// <param name="Sequence">Its place in the journal, from 1 without gaps.</param>
/// <param name="Kind">What kind of change, such as <c>boundaries</c>; <see cref="UndoKind"/> takes one back.</param>
/// <param name="By">Who made it.</param>
/// <param name="At">When it was recorded.</param>
/// <param name="Reason">Why, in the words of who made it.</param>
/// <param name="Payload">What is changed: JSON whose shape is the kind's; <c>{}</c> for an undo.</param>
/// <param name="Undoes">The entry that an undo takes back; <c>null</c> for all other kinds.</param>
public sealed record CityChange(
    long Sequence, string Kind, string By, DateTimeOffset At, string Reason, string Payload, long? Undoes)
{
    /// <summary>The kind of an entry that takes back another.</summary>
    public const string UndoKind = "undo";

    /// <summary>Characters of <see cref="By"/> at most.</summary>
    public const int MaxByLength = 200;

    /// <summary>Characters of <see cref="Reason"/> at most.</summary>
    public const int MaxReasonLength = 2_000;

    /// <summary>Characters of <see cref="Payload"/> at most: a plan of ten thousand rows fits.</summary>
    public const int MaxPayloadLength = 8 * 1024 * 1024;
}
