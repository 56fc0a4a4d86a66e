using Orleans.Serialization.Cloning;
using Twin.Model.Observations;
using Twin.Model.Quality;

namespace Twin.Grains.Serialization;

/// <summary>How what is kept beside an observation travels.</summary>
[RegisterConverter, RegisterCopier]
internal sealed class ObservationNotesConverter
    : ShallowCopier<ObservationNotes>, IConverter<ObservationNotes, ObservationNotesConverter.Surrogate>
{
    public Surrogate ConvertToSurrogate(in ObservationNotes value) =>
        new(
            value.Format,
            value.Held,
            value.Decision);

    public ObservationNotes ConvertFromSurrogate(in Surrogate surrogate) =>
        new()
        {
            Format = surrogate.Format,
            Held = surrogate.Held,
            Decision = surrogate.Decision,
        };

    [GenerateSerializer]
    internal readonly record struct Surrogate(
        [property: Id(0)] FormatTrouble Format,
        [property: Id(1)] QualityFinding? Held,
        [property: Id(2)] QuarantineDecision? Decision);
}
