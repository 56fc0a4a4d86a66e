using System.Collections.Immutable;
using Twin.Model.Space;
using Twin.Model.Vessels;

namespace Twin.Grains.Vessels;

/// <summary>
/// Which cells hold vessels, so that no query wakes cells of empty sea. One grain, told when a cell fills or empties
/// and never by a report. Soft state: one that starts asks the shards.
/// </summary>
/// <remarks>
/// All messages interleave: each changes a set in one step, and cells fill while shards are being asked.
/// </remarks>
public interface IFleetCellDirectoryGrain : IGrainWithStringKey
{
    /// <summary>The key of the one there is.</summary>
    const string Key = "cells";

    /// <summary>A cell holds a vessel.</summary>
    [AlwaysInterleave]
    Task Add(FleetCell cell);

    /// <summary>A cell holds none any longer.</summary>
    [AlwaysInterleave]
    Task Remove(FleetCell cell);

    /// <summary>The cells that hold vessels and meet a box.</summary>
    [AlwaysInterleave]
    Task<ImmutableArray<FleetCell>> Meeting(GeoBox box);
}
