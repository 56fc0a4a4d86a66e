using Twin.Model.Places;

namespace Twin.Api.Places;

/// <summary>An entry of a place's trail.</summary>
internal sealed record PlaceChangeAnswer
{
    /// <summary>The revision that it made.</summary>
    public required long Revision { get; init; }

    /// <summary>What was done.</summary>
    public required PlaceAction Action { get; init; }

    /// <summary>Who did it.</summary>
    public required string By { get; init; }

    /// <summary>When it was recorded.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Why; empty where nobody said.</summary>
    public required string Reason { get; init; }

    /// <summary>The first day that it concerns.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>What was replaced or cut short.</summary>
    public PlaceVersionAnswer? Before { get; init; }

    /// <summary>The answer for an entry.</summary>
    public static PlaceChangeAnswer Of(PlaceChange change) => new()
    {
        Revision = change.Revision,
        Action = change.Action,
        By = change.By,
        At = change.At,
        Reason = change.Reason,
        Day = change.Day,
        Before = change.Before is { } before ? PlaceVersionAnswer.Of(before) : null,
    };
}
