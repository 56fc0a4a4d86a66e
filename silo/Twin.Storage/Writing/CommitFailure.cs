using Twin.Model.Observations;

namespace Twin.Storage.Writing;

/// <summary>What a failed commit means.</summary>
/// <param name="Refusal">What those who waited hear.</param>
/// <param name="Fault">Why the log refuses everything until it is opened again; <c>null</c> when it goes on.</param>
internal sealed record CommitFailure(ObservationLogException Refusal, ObservationLogException? Fault);
