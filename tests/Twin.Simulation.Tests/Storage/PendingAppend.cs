using Twin.Model.Observations;

namespace Twin.Simulation.Tests.Storage;

/// <summary>A batch that waits to be committed, and who waits for it.</summary>
internal sealed record PendingAppend(ObservationBatch Batch, TaskCompletionSource<AppendReceipt> Receipt);
