using System.Text;
using Twin.Api.Observations;
using Twin.Api.Problems;
using Twin.Model;
using Twin.Model.Vessels;

namespace Twin.Api.Vessels;

/// <summary>Reads a table with a header, line by line; a cell does not span lines. For one thread.</summary>
internal sealed class PositionCsvReader(string feed)
{
    private const string Hint =
        "The first line names the columns: vessel, phenomenonTime, longitude, latitude and, as needed, "
        + "speedOverGroundKnots, courseOverGroundDegrees, trueHeadingDegrees, navigationalStatus, receiver; or in "
        + "Vietnamese số đăng ký, thời gian, kinh độ, vĩ độ, tốc độ, hướng.";

    private static readonly char[] Separators = [',', ';', '\t'];

    private readonly PositionDraft _draft = new(feed);
    private PositionField[]? _columns;
    private byte _separator;

    /// <summary>Whether the header has been read.</summary>
    public bool HasHeader => _columns is not null;

    /// <summary>Takes the header; answers why the whole table cannot be read, or <c>null</c>.</summary>
    public Refusal? ReadHeader(ReadOnlySpan<byte> line)
    {
        if (line.Trim(" "u8).IsEmpty)
        {
            return null;
        }

        var text = Encoding.UTF8.GetString(line);
        var separator = Separators.MaxBy(one => text.Count(c => c == one));
        var names = text.Split(separator).Select(cell => cell.Trim().Trim('"').Trim()).ToArray();
        var columns = new List<PositionField>(names.Length);
        foreach (var name in names)
        {
            if (PositionFields.Find(name) is not { } field)
            {
                return Invalid($"The column '{Refusals.Shown(name)}' is not known.");
            }

            if (columns.Contains(field))
            {
                return Invalid($"The column '{Refusals.Shown(name)}' is there twice.");
            }

            columns.Add(field);
        }

        _separator = (byte)separator;
        _columns = [.. columns];
        return null;
    }

    /// <summary>The report of a line, or why there is none; neither for a blank line.</summary>
    public PositionReport? Read(ReadOnlySpan<byte> line, out Refusal? refusal)
    {
        refusal = null;
        if (line.Trim(" "u8).IsEmpty)
        {
            return null;
        }

        _draft.Clear();
        foreach (var column in _columns!) // ReadHeader has set it.
        {
            if (!TryTakeCell(ref line, out var cell))
            {
                refusal = LineRefusals.OpenQuote;
                return null;
            }

            _draft.Set(column, cell);
        }

        if (!line.IsEmpty)
        {
            refusal = LineRefusals.TooManyCells(_columns.Length);
            return null;
        }

        return _draft.Make(out refusal);
    }

    /// <summary>Takes the next cell off a line. No field of a position has a quote in it, so none is doubled.</summary>
    private bool TryTakeCell(ref ReadOnlySpan<byte> line, out ReadOnlySpan<byte> cell)
    {
        var rest = line.TrimStart(" "u8);
        if (rest is [(byte)'"', ..])
        {
            var close = rest[1..].IndexOf((byte)'"');
            var tail = close < 0 ? default : rest[(close + 2)..].TrimStart(" "u8);
            cell = close < 0 ? default : rest.Slice(1, close);
            line = tail.IsEmpty ? default : tail[1..];
            return close >= 0 && (tail.IsEmpty || tail[0] == _separator);
        }

        var end = line.IndexOf(_separator);
        cell = (end < 0 ? line : line[..end]).Trim(" "u8);
        line = end < 0 ? default : line[(end + 1)..];
        return true;
    }

    private static Refusal Invalid(string detail) => new(ProblemCodes.InvalidCsv, detail, Hint);
}
