using System.Collections.Frozen;
using Twin.Api.Text;

namespace Twin.Api.Vessels;

/// <summary>The names by which fields are found: members of JSON as they stand, columns folded.</summary>
internal static class PositionFields
{
    private static readonly FrozenDictionary<string, PositionField> ByName = Names(
        (PositionField.Vessel,
        [
            "vessel", "registrationnumber", "registration number", "mmsi", "so dang ky", "tau", "so hieu tau",
        ]),
        (PositionField.Time, ["phenomenontime", "phenomenon time", "time", "thoi gian", "thoi diem"]),
        (PositionField.Longitude, ["longitude", "lon", "kinh do"]),
        (PositionField.Latitude, ["latitude", "lat", "vi do"]),
        (PositionField.Speed, ["speedovergroundknots", "speed", "toc do", "toc do (hai ly/gio)"]),
        (PositionField.Course, ["courseovergrounddegrees", "course", "huong", "huong di"]),
        (PositionField.Heading, ["trueheadingdegrees", "heading", "huong mui tau"]),
        (PositionField.Status, ["navigationalstatus", "status", "trang thai"]),
        (PositionField.Receiver, ["receiver", "tram thu"]));

    /// <summary>What a name says; <c>null</c> for one that is not known.</summary>
    public static PositionField? Find(string name) =>
        ByName.TryGetValue(FoldedText.Fold(name), out var field) ? field : null;

    private static FrozenDictionary<string, PositionField> Names(
        params (PositionField Field, string[] Names)[] fields) => fields
        .SelectMany(field => field.Names.Select(name => (name, field.Field)))
        .ToFrozenDictionary(pair => pair.name, pair => pair.Field, StringComparer.Ordinal);
}
