using System.Collections.Immutable;
using Orleans.Serialization.Cloning;
using Twin.Model.Vessels;

namespace Twin.Grains.Serialization;

/// <summary>How the standing of papers travels.</summary>
[RegisterConverter, RegisterCopier]
internal sealed class VesselPapersConverter
    : ShallowCopier<VesselPapers>, IConverter<VesselPapers, VesselPapersConverter.Surrogate>
{
    public Surrogate ConvertToSurrogate(in VesselPapers value) =>
        new(
            value.Registration,
            value.Inspection,
            value.Licence,
            value.Beacon,
            value.Reasons,
            value.IsForeign);

    public VesselPapers ConvertFromSurrogate(in Surrogate surrogate) =>
        new(
            surrogate.Registration,
            surrogate.Inspection,
            surrogate.Licence,
            surrogate.Beacon,
            surrogate.Reasons)
        {
            IsForeign = surrogate.IsForeign,
        };

    [GenerateSerializer]
    internal readonly record struct Surrogate(
        [property: Id(0)] PaperState Registration,
        [property: Id(1)] PaperState Inspection,
        [property: Id(2)] PaperState Licence,
        [property: Id(3)] PaperState Beacon,
        [property: Id(4)] ImmutableArray<PaperReason> Reasons,
        [property: Id(5)] bool IsForeign);
}
