using Twin.Model.Observations;

namespace Twin.Api.Explanations;

/// <summary>One version of what a unit reported for a figure.</summary>
/// <param name="Logged">The batch that it is in.</param>
/// <param name="Place">Its place in it.</param>
/// <param name="Replaces">The sequence of the version that stood until it came; <c>null</c> for none.</param>
/// <param name="HasStood">Whether it stood when it came; one produced earlier than what stood does not.</param>
internal sealed record ReportVersion(LoggedBatch Logged, int Place, long? Replaces, bool HasStood)
{
    /// <summary>Its sequence number.</summary>
    public long Sequence => Logged.FirstSequence + Place;

    /// <summary>The observation.</summary>
    public Observation Observation => Logged.Batch.Observations[Place];
}
