using System.Collections.Immutable;
using System.Globalization;
using Twin.Model;
using Twin.Model.Duties;

namespace Twin.Grains.Duties;

/// <summary>What people decided about the reports that one unit or agency owes.</summary>
[GenerateSerializer, Alias("twin.DutyMarksState")]
internal sealed class DutyMarksState
{
    /// <summary>The most decisions about one report.</summary>
    public const int MaxForOne = 50;

    /// <summary>The most decisions kept for one unit or agency.</summary>
    public const int MaxDecisions = 10_000;

    /// <summary>The decisions, in the order in which they were taken.</summary>
    [Id(0)]
    public ImmutableArray<DecidedDuty> Decided { get; set; } = [];

    /// <summary>No report of that id is owed.</summary>
    public static Refusal Unknown(string id) =>
        new("not_found", $"There is no report owed '{id}'.", "/v1/duties lists the ids.");

    /// <summary>Why no more can be kept, or <c>null</c>.</summary>
    public Refusal? CheckRoom(string id)
    {
        var sameReport = Decided.Count(one => string.Equals(one.Id, id, StringComparison.Ordinal));
        return sameReport >= MaxForOne || Decided.Length >= MaxDecisions
            ? new Refusal(
                "too_many",
                string.Create(CultureInfo.InvariantCulture, $"{sameReport} decisions were taken about '{id}'."),
                "No more can be kept.")
            : null;
    }

    /// <summary>The decisions by report.</summary>
    public IReadOnlyDictionary<string, ImmutableArray<DutyMark>> ByReport() => Decided
        .GroupBy(one => one.Id, StringComparer.Ordinal)
        .ToDictionary(
            group => group.Key, group => group.Select(one => one.Mark).ToImmutableArray(), StringComparer.Ordinal);
}
