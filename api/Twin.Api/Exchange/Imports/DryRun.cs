using Twin.Api.Observations;
using Twin.Model;
using Twin.Model.Observations;

namespace Twin.Api.Exchange.Imports;

/// <summary>Holds rows against the rules that the units' grains will, without sending them.</summary>
internal static class DryRun
{
    /// <summary>Adds what the grains would refuse to the rows refused.</summary>
    public static void Check(ReportContent content, CityDefinition city, DateTimeOffset now)
    {
        var rules = new ObservationRules(city.Tree, city.Indicators);
        foreach (var rows in content.Rows.Units)
        {
            var refused = new HashSet<int>();
            for (var place = 0; place < rows.Count; place++)
            {
                if (rules.Check(rows.Unit, rows[place], now) is { } refusal)
                {
                    content.Rejections.Add(rows.LineOf(place), refusal);
                    refused.Add(place);
                }
            }

            rows.Remove(refused);
        }
    }

    /// <summary>What the receipt would say.</summary>
    /// <param name="content">The rows that would be sent.</param>
    /// <param name="held">Those among them that would be held.</param>
    public static ReceiptAnswer Receipt(ReportContent content, HeldList held) => new(
        content.Rows.Units.Sum(rows => rows.Count) - held.Total,
        content.Rejections.Listed,
        content.Rejections.Total,
        held.Listed,
        held.Total,
        Sequence: 0,
        IsRepeat: false);
}
