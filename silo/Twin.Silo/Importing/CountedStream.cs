namespace Twin.Silo.Importing;

/// <summary>A stream that is read once and tells how much of it was. The stream below is not closed.</summary>
internal sealed class CountedStream(Stream below, IProgress<double> bar) : Stream
{
    // The last part of the bar is for the work that begins when all is sent.
    private const double ShareOfSending = 0.5;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => below.Length;

    public override long Position
    {
        get => below.Position;
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count) => Told(below.Read(buffer, offset, count));

    public override async ValueTask<int> ReadAsync(
        Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        Told(await below.ReadAsync(buffer, cancellationToken));

    public override void Flush()
    {
        // Nothing is written.
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    private int Told(int read)
    {
        bar.Report(below.Length == 0 ? ShareOfSending : ShareOfSending * below.Position / below.Length);
        return read;
    }
}
