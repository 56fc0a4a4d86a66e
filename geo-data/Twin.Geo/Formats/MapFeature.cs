using System.Collections.Immutable;
using Twin.Geo.Repair;
using Twin.Model;

namespace Twin.Geo.Formats;

/// <summary>A feature as it was read from a map file, or why it was not.</summary>
/// <param name="Number">Its place among the features, from 1.</param>
/// <param name="Line">The line that it begins on, from 1; 0 in a format without lines.</param>
/// <param name="Feature">The feature; <c>null</c> where it cannot be read.</param>
/// <param name="Problem">What is wrong with it; <c>null</c> where it was read.</param>
/// <param name="Notes">What had to be mended to read it, such as a ring that was not closed.</param>
public sealed record MapFeature(
    int Number, int Line, GeoJsonFeature? Feature, Refusal? Problem, ImmutableArray<RepairNote> Notes)
{
    /// <summary>A feature that was read.</summary>
    public static MapFeature Of(int number, int line, GeoJsonFeature feature, ImmutableArray<RepairNote> notes) =>
        new(number, line, feature, null, notes);

    /// <summary>A feature that cannot be read.</summary>
    public static MapFeature Refused(int number, int line, string code, string detail, string hint) =>
        new(number, line, null, new Refusal(code, detail, hint), []);
}
