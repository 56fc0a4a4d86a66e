using Orleans.Serialization.Cloning;
using Twin.Model.Space;
using Twin.Model.Vessels;

namespace Twin.Grains.Serialization;

/// <summary>How a report of a position travels.</summary>
[RegisterConverter, RegisterCopier]
internal sealed class PositionReportConverter
    : ShallowCopier<PositionReport>, IConverter<PositionReport, PositionReportConverter.Surrogate>
{
    public Surrogate ConvertToSurrogate(in PositionReport value) =>
        new(
            value.Vessel,
            value.PhenomenonTime,
            value.Position,
            value.Feed,
            value.Receiver,
            value.SpeedOverGroundKnots,
            value.CourseOverGroundDegrees,
            value.TrueHeadingDegrees,
            value.Status);

    public PositionReport ConvertFromSurrogate(in Surrogate surrogate) =>
        new()
        {
            Vessel = surrogate.Vessel,
            PhenomenonTime = surrogate.PhenomenonTime,
            Position = surrogate.Position,
            Feed = surrogate.Feed,
            Receiver = surrogate.Receiver,
            SpeedOverGroundKnots = surrogate.SpeedOverGroundKnots,
            CourseOverGroundDegrees = surrogate.CourseOverGroundDegrees,
            TrueHeadingDegrees = surrogate.TrueHeadingDegrees,
            Status = surrogate.Status,
        };

    [GenerateSerializer]
    internal readonly record struct Surrogate(
        [property: Id(0)] VesselId Vessel,
        [property: Id(1)] DateTimeOffset PhenomenonTime,
        [property: Id(2)] GeoPosition Position,
        [property: Id(3)] string Feed,
        [property: Id(4)] string? Receiver,
        [property: Id(5)] double? SpeedOverGroundKnots,
        [property: Id(6)] double? CourseOverGroundDegrees,
        [property: Id(7)] int? TrueHeadingDegrees,
        [property: Id(8)] NavigationalStatus? Status);
}
