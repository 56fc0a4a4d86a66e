using Orleans.Serialization.Cloning;
using Twin.Model.Units;

namespace Twin.Grains.Serialization;

/// <summary>A unit's code travels as its text.</summary>
[RegisterConverter, RegisterCopier]
internal sealed class AdministrativeUnitCodeConverter
    : ShallowCopier<AdministrativeUnitCode>,
      IConverter<AdministrativeUnitCode, AdministrativeUnitCodeConverter.Surrogate>
{
    public Surrogate ConvertToSurrogate(in AdministrativeUnitCode value) => new(value.Value);

    public AdministrativeUnitCode ConvertFromSurrogate(in Surrogate surrogate) =>
        AdministrativeUnitCode.TryParse(surrogate.Value, out var code) ? code : default;

    [GenerateSerializer]
    internal readonly record struct Surrogate([property: Id(0)] string Value);
}
