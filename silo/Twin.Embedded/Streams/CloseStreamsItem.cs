using Twin.Embedded.Activations;
using Twin.Embedded.Scheduling;

namespace Twin.Embedded.Streams;

/// <summary>Closes the streams of an activation that callers have left without a word.</summary>
internal sealed class CloseStreamsItem(int sinceEpoch) : WorkItem
{
    public override string Description => "the closing of abandoned streams";

    public override void Run(Activation activation) => activation.CloseAbandonedStreams(sinceEpoch);
}
