using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace Twin.Api.Observations;

/// <summary>
/// Passes through so many bytes and no more. Beyond them it fails as the server itself does, so that a body too large
/// is one error whoever notices it.
/// </summary>
internal sealed class LimitedStream(Stream inner, long maxBytes) : BodyStream(inner)
{
    private long _count;

    /// <inheritdoc/>
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var read = await Inner.ReadAsync(buffer, cancellationToken);
        _count += read;
        return _count <= maxBytes
            ? read
            : throw new BadHttpRequestException(
                string.Create(CultureInfo.InvariantCulture, $"The body is longer than {maxBytes} bytes."),
                StatusCodes.Status413PayloadTooLarge);
    }
}
