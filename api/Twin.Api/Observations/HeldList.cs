using Twin.Grains.Units;
using Twin.Model;
using Twin.Model.Quality;

namespace Twin.Api.Observations;

/// <summary>The rows of a report that are held: all counted, the first so many listed. For one thread.</summary>
internal sealed class HeldList(CityDefinition city, int maxListed)
{
    private const string Hint = "It is kept, and counts once it is released or corrected: /v1/quarantine?unit=";
    private const string HintVi =
        "Số liệu được giữ lại, chỉ tính khi được duyệt hoặc đính chính ở mục Chất lượng của đơn vị ";

    private readonly List<HeldRowAnswer> _listed = [];

    /// <summary>How many rows are held.</summary>
    public int Total { get; private set; }

    /// <summary>The rows listed, by line.</summary>
    public IReadOnlyList<HeldRowAnswer> Listed => [.. _listed.OrderBy(row => row.Line)];

    /// <summary>Notes the held rows of a unit.</summary>
    public void Add(UnitRows rows, IEnumerable<HeldObservation> held)
    {
        foreach (var one in held)
        {
            Total++;
            if (_listed.Count >= maxListed)
            {
                continue;
            }

            city.Indicators.TryGet(rows[one.Index].Indicator, out var indicator);
            var (vietnamese, english) = QualityWords.Of(one.Finding, indicator);
            _listed.Add(new HeldRowAnswer(
                rows.LineOf(one.Index),
                one.Sequence > 0 ? new QuarantineKey(rows.Unit, one.Sequence).ToString() : null,
                one.Finding.Rule,
                english,
                Hint + rows.Unit,
                vietnamese,
                $"{HintVi}{rows.Unit}."));
        }
    }
}
