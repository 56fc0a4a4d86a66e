using Twin.Geo.Tables;

namespace Twin.Api.Exchange.Tables;

/// <summary>Writes tables as sheets of an Excel workbook.</summary>
/// <param name="stream">Where it goes; seekable.</param>
internal sealed class WorkbookTableWriter(Stream stream) : ITableWriter
{
    /// <summary>The media type.</summary>
    public const string MediaType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private readonly WorkbookWriter _workbook = new(stream);

    /// <inheritdoc/>
    public int MaxRows => WorkbookWriter.MaxRows;

    /// <inheritdoc/>
    public void Begin(string name, IReadOnlyList<(string Name, int Width)> columns) =>
        _workbook.BeginSheet(name, columns);

    /// <inheritdoc/>
    public void Write(ReadOnlySpan<object?> cells) => _workbook.WriteRow(cells);

    /// <inheritdoc/>
    public void Dispose() => _workbook.Dispose();
}
