using System.Globalization;
using Twin.Api.Exchange.Tables;

namespace Twin.Api.Exchange.Exports;

/// <summary>Writes figures as a table, one a row, in the words of one language.</summary>
internal sealed class FigureTable : IFigureWriter
{
    private static readonly (string Vietnamese, string English, int Width)[] Columns =
    [
        ("Mã đơn vị", "Unit", 10), ("Tên đơn vị", "Unit name", 28), ("Cấp", "Level", 10),
        ("Mã chỉ tiêu", "Indicator", 28), ("Tên chỉ tiêu", "Indicator name", 48),
        ("Đơn vị tính", "Unit of measure", 14), ("Kỳ", "Period", 10), ("Giá trị", "Value", 14),
        ("Tử số", "Numerator", 14), ("Mẫu số", "Denominator", 14),
        ("Số đơn vị phải báo cáo", "Units expected", 12), ("Số đơn vị đã báo cáo", "Units reported", 12),
        ("Trong đó số liệu minh họa", "Of them demo data", 12),
        ("Thời điểm số liệu cũ nhất", "Oldest result time", 22),
    ];

    private readonly ITableWriter _table;
    private readonly bool _isVietnamese;
    private int _sheets;
    private int _rows;

    /// <summary>Begins the table.</summary>
    /// <param name="table">Where to.</param>
    /// <param name="isVietnamese">Whether the words are Vietnamese; English otherwise.</param>
    public FigureTable(ITableWriter table, bool isVietnamese)
    {
        _table = table;
        _isVietnamese = isVietnamese;
        Begin();
    }

    /// <inheritdoc/>
    public void Write(FigureSeries series)
    {
        var (unit, indicator) = (series.Unit, series.Indicator);
        foreach (var figure in series.Figures)
        {
            if (_rows == _table.MaxRows)
            {
                Begin();
            }

            _table.Write(
            [
                unit.Code.Value,
                _isVietnamese ? unit.NameVi : unit.NameEn,
                LevelWords.Of(unit.Level, _isVietnamese),
                indicator.Code.Value,
                _isVietnamese ? indicator.NameVi : indicator.NameEn,
                indicator.UnitOfMeasure,
                figure.Period.ToString(),
                figure.Value,
                figure.Numerator,
                figure.Denominator,
                figure.Expected,
                figure.Reported,
                figure.Demo,
                figure.OldestResultTime?.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
            ]);
            _rows++;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _table.Dispose();

    private void Begin()
    {
        var name = _isVietnamese ? "Số liệu" : "Figures";
        _sheets++;
        _rows = 1;
        _table.Begin(
            _sheets == 1 ? name : string.Create(CultureInfo.InvariantCulture, $"{name} {_sheets}"),
            [.. Columns.Select(column => (_isVietnamese ? column.Vietnamese : column.English, column.Width))]);
    }
}
