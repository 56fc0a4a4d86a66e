namespace Twin.Api.Lists;

/// <summary>The part of a list that is wanted.</summary>
/// <param name="Limit">How many items at most.</param>
/// <param name="After">The position after which it begins; <c>null</c> for the beginning.</param>
internal readonly record struct Page(int Limit, long? After)
{
    /// <summary>The limit when none is given.</summary>
    public const int DefaultLimit = 100;

    /// <summary>The largest limit.</summary>
    public const int MaxLimit = 1000;
}
