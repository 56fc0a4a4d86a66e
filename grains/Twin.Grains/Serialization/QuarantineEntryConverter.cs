using Orleans.Serialization.Cloning;
using Twin.Model.Observations;
using Twin.Model.Quality;
using Twin.Model.Units;

namespace Twin.Grains.Serialization;

/// <summary>How a held observation travels.</summary>
[RegisterConverter, RegisterCopier]
internal sealed class QuarantineEntryConverter
    : ShallowCopier<QuarantineEntry>, IConverter<QuarantineEntry, QuarantineEntryConverter.Surrogate>
{
    public Surrogate ConvertToSurrogate(in QuarantineEntry value) =>
        new(
            value.Unit,
            value.Sequence,
            value.Observation,
            value.Reporter,
            value.RecordedAt,
            value.Decision,
            value.DecisionSequence,
            value.DecidedBy,
            value.DecidedAt,
            value.CorrectedValue,
            value.CorrectedDenominator);

    public QuarantineEntry ConvertFromSurrogate(in Surrogate surrogate) =>
        new()
        {
            Unit = surrogate.Unit,
            Sequence = surrogate.Sequence,
            Observation = surrogate.Observation,
            Reporter = surrogate.Reporter,
            RecordedAt = surrogate.RecordedAt,
            Decision = surrogate.Decision,
            DecisionSequence = surrogate.DecisionSequence,
            DecidedBy = surrogate.DecidedBy,
            DecidedAt = surrogate.DecidedAt,
            CorrectedValue = surrogate.CorrectedValue,
            CorrectedDenominator = surrogate.CorrectedDenominator,
        };

    [GenerateSerializer]
    internal readonly record struct Surrogate(
        [property: Id(0)] AdministrativeUnitCode Unit,
        [property: Id(1)] long Sequence,
        [property: Id(2)] Observation Observation,
        [property: Id(3)] string Reporter,
        [property: Id(4)] DateTimeOffset RecordedAt,
        [property: Id(5)] QuarantineDecision? Decision,
        [property: Id(6)] long DecisionSequence,
        [property: Id(7)] string DecidedBy,
        [property: Id(8)] DateTimeOffset? DecidedAt,
        [property: Id(9)] double? CorrectedValue,
        [property: Id(10)] double? CorrectedDenominator);
}
