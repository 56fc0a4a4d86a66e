using Twin.Model.Vessels;

namespace Twin.Api.Space;

/// <summary>Vessels of one class of length in one state of contact.</summary>
/// <param name="SizeClass">The class; <c>null</c> where the length is not known.</param>
/// <param name="Contact">Whether they are heard.</param>
/// <param name="Vessels">How many there are.</param>
internal sealed record AreaVesselGroupAnswer(SizeClass? SizeClass, ContactState Contact, int Vessels);
