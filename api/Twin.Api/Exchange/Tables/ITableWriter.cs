namespace Twin.Api.Exchange.Tables;

/// <summary>Writes a table to a client, a row at a time. Not thread-safe. Ends when it is disposed.</summary>
internal interface ITableWriter : IDisposable
{
    /// <summary>The most rows of one table, its header included.</summary>
    int MaxRows { get; }

    /// <summary>Begins a table.</summary>
    /// <param name="name">What it is called, where the format has names for tables.</param>
    /// <param name="columns">Names and widths (in characters) of the columns.</param>
    void Begin(string name, IReadOnlyList<(string Name, int Width)> columns);

    /// <summary>Writes a row: numbers, texts, and <c>null</c> for an empty cell.</summary>
    void Write(ReadOnlySpan<object?> cells);
}
