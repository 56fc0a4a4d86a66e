using System.Text;

namespace Twin.Api.Live;

/// <summary>An event as it goes over the wire, made once for all who get it.</summary>
/// <param name="Id">Its id; ids only grow. 0 for what is no event.</param>
/// <param name="Kind">Its kind: <c>rollup</c>, <c>alert</c>, <c>case</c>, <c>position</c>, <c>city</c>.</param>
/// <param name="Unit">The code of the unit that it is about; <c>null</c> for everybody.</param>
/// <param name="Bytes">The text of it (WHATWG HTML §9.2), UTF-8.</param>
internal sealed record EventFrame(long Id, string Kind, string? Unit, ReadOnlyMemory<byte> Bytes)
{
    /// <summary>The kind of changed figures.</summary>
    public const string Rollup = "rollup";

    /// <summary>The kind of news of alerts.</summary>
    public const string Alert = "alert";

    /// <summary>The kind of vessels that moved.</summary>
    public const string Position = "position";

    /// <summary>The kind of cases that were opened or taken further.</summary>
    public const string Case = "case";

    /// <summary>The kind of news of what the city is.</summary>
    public const string City = "city";

    /// <summary>A comment, which only shows that the stream lives.</summary>
    public static readonly EventFrame Heartbeat = new(0, string.Empty, null, ":\n\n"u8.ToArray());

    /// <summary>Tells a client that it missed something and must ask for everything anew.</summary>
    public static EventFrame Reset(long lastId) =>
        Plain(lastId, "reset", FormattableString.Invariant($"id: {lastId}\nevent: reset\ndata: {{}}\n\n"));

    /// <summary>The beginning of a stream: how long to wait before coming back, and from where.</summary>
    public static EventFrame Hello(long lastId) =>
        Plain(lastId, string.Empty, FormattableString.Invariant($"retry: 1000\nid: {lastId}\n\n"));

    /// <summary>An event with one line of JSON.</summary>
    public static EventFrame Of(long id, string kind, string? unit, ReadOnlySpan<byte> json)
    {
        var head = FormattableString.Invariant($"id: {id}\nevent: {kind}\ndata: ");
        var bytes = new byte[head.Length + json.Length + 2];
        Encoding.ASCII.GetBytes(head, bytes);
        json.CopyTo(bytes.AsSpan(head.Length));
        "\n\n"u8.CopyTo(bytes.AsSpan(head.Length + json.Length));
        return new EventFrame(id, kind, unit, bytes);
    }

    private static EventFrame Plain(long id, string kind, string text) =>
        new(id, kind, null, Encoding.ASCII.GetBytes(text));
}
