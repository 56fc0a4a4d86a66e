using System.Collections.Immutable;
using Twin.Model.Alerts;

namespace Twin.Grains.Alerts;

/// <summary>What is kept of a unit's alerts and cases.</summary>
[GenerateSerializer, Alias("twin.AlertGrainState")]
internal sealed class AlertGrainState
{
    /// <summary>How many alerts were ever raised.</summary>
    [Id(0)]
    public int Raised { get; set; }

    /// <summary>The conditions that stand, or are about to.</summary>
    [Id(1)]
    public ImmutableArray<AlertTrack> Tracks { get; set; } = [];

    /// <summary>The alerts.</summary>
    [Id(2)]
    public ImmutableArray<Alert> Alerts { get; set; } = [];

    /// <summary>The cases.</summary>
    [Id(3)]
    public ImmutableArray<CaseFile> Cases { get; set; } = [];

    /// <summary>
    /// News that subscribers have not been told yet. Kept in one write with what it is about, so that no restart loses
    /// it; told again under the same id, so that none counts twice.
    /// </summary>
    [Id(4)]
    public ImmutableArray<AlertNotice> Outbox { get; set; } = [];

    /// <summary>How many cases were ever opened.</summary>
    [Id(5)]
    public int Opened { get; set; }
}
