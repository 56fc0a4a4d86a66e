using System.Text;
using Twin.Geo.Text;

namespace Twin.Geo.Tables;

/// <summary>
/// A table whose text some program took for Western European, such as a workbook set in .VnTime: its cells are read
/// again in the encoding that the font is for. What cannot be so stays as it is.
/// </summary>
/// <param name="table">The table; closed with this.</param>
/// <param name="encoding">The encoding that its text is in.</param>
public sealed class MisreadTableReader(TableReader table, Encoding encoding) : TableReader
{
    /// <inheritdoc/>
    public override int Line => table.Line;

    /// <inheritdoc/>
    public override bool IsMalformed => table.IsMalformed;

    /// <inheritdoc/>
    public override int Count => table.Count;

    /// <inheritdoc/>
    public override char? Separator => table.Separator;

    /// <inheritdoc/>
    public override TableCell this[int column]
    {
        get
        {
            var cell = table[column];
            return cell.IsNumber || cell.IsEmpty || Ascii.IsValid(cell.Text)
                ? cell
                : new TableCell(VietnameseEncodings.Reread(cell.Text, encoding) ?? cell.Text, IsNumber: false);
        }
    }

    /// <inheritdoc/>
    public override bool Read() => table.Read();

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            table.Dispose();
        }
    }
}
