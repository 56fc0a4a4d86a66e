using System.Collections.Immutable;
using Orleans.Serialization.Cloning;
using Twin.Model.Duties;
using Twin.Model.Indicators;
using Twin.Model.Units;

namespace Twin.Grains.Serialization;

/// <summary>How a report that is owed travels.</summary>
[RegisterConverter, RegisterCopier]
internal sealed class DutyOccurrenceConverter
    : ShallowCopier<DutyOccurrence>, IConverter<DutyOccurrence, DutyOccurrenceConverter.Surrogate>
{
    public Surrogate ConvertToSurrogate(in DutyOccurrence value) =>
        new(
            value.DutyId,
            value.Unit,
            value.AgencyId,
            value.Window,
            value.Deadline,
            value.Indicators,
            value.Outstanding,
            value.State,
            value.Tally,
            value.ReceivedAt,
            value.Marks);

    public DutyOccurrence ConvertFromSurrogate(in Surrogate surrogate) =>
        new()
        {
            DutyId = surrogate.DutyId,
            Unit = surrogate.Unit,
            AgencyId = surrogate.AgencyId,
            Window = surrogate.Window,
            Deadline = surrogate.Deadline,
            Indicators = surrogate.Indicators,
            Outstanding = surrogate.Outstanding,
            State = surrogate.State,
            Tally = surrogate.Tally,
            ReceivedAt = surrogate.ReceivedAt,
            Marks = surrogate.Marks,
        };

    [GenerateSerializer]
    internal readonly record struct Surrogate(
        [property: Id(0)] string DutyId,
        [property: Id(1)] AdministrativeUnitCode? Unit,
        [property: Id(2)] string? AgencyId,
        [property: Id(3)] DutyWindow Window,
        [property: Id(4)] DutyDeadline Deadline,
        [property: Id(5)] ImmutableArray<IndicatorCode> Indicators,
        [property: Id(6)] ImmutableArray<IndicatorCode> Outstanding,
        [property: Id(7)] DutyState State,
        [property: Id(8)] DutyTally Tally,
        [property: Id(9)] DateTimeOffset? ReceivedAt,
        [property: Id(10)] ImmutableArray<DutyMark> Marks);
}
