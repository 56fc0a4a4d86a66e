using System.Text.Json;
using Twin.Model;
using Twin.Model.Cities;

namespace Twin.Api.Cities;

/// <summary>A change of what the city is.</summary>
internal sealed record CityChangeAnswer
{
    /// <summary>Its place in the journal; the revision of the city that it made.</summary>
    public required long Sequence { get; init; }

    /// <summary>The kind of change.</summary>
    public required string Kind { get; init; }

    /// <summary>Who made it.</summary>
    public required string By { get; init; }

    /// <summary>When it was recorded.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Why.</summary>
    public required string Reason { get; init; }

    /// <summary>Whether the city is as the change made it.</summary>
    public required bool Stands { get; init; }

    /// <summary>The change that it takes back; null for any but an undo.</summary>
    public required long? Undoes { get; init; }

    /// <summary>The change that took it back; null for none.</summary>
    public required long? UndoneBy { get; init; }

    /// <summary>Why it has no effect, though nobody took it back; null when it has.</summary>
    public required IReadOnlyList<Refusal>? Refusals { get; init; }

    /// <summary>What is changed, in the shape of the kind; null in a list.</summary>
    public required JsonElement? Payload { get; init; }

    /// <summary>Makes the answer of an entry.</summary>
    public static CityChangeAnswer Of(JournalEntry entry, bool withPayload) => new()
    {
        Sequence = entry.Change.Sequence,
        Kind = entry.Change.Kind,
        By = entry.Change.By,
        At = entry.Change.At,
        Reason = entry.Change.Reason,
        Stands = entry.Stands,
        Undoes = entry.Change.Undoes,
        UndoneBy = entry.UndoneBy,
        Refusals = entry.Refusals.IsEmpty ? null : entry.Refusals,
        Payload = withPayload ? JsonElement.Parse(entry.Change.Payload) : null,
    };
}
