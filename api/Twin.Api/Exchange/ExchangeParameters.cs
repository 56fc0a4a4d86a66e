using Twin.Api.Observations;
using Twin.Api.Requests;
using Twin.Geo.Text;

namespace Twin.Api.Exchange;

/// <summary>The query parameters of imports and exports.</summary>
internal static class ExchangeParameters
{
    public static readonly QueryParameter DryRun = new(
        "dryRun", "Whether to say what would happen, and take nothing in; false by default.")
    {
        Values = ["true", "false"],
    };

    public static readonly QueryParameter Encoding = new(
        "encoding",
        "The encoding of the file's text: utf-8, tcvn3, vni, viscii, windows-1258 and others; recognized by default.")
    {
        Example = "tcvn3",
    };

    public static readonly QueryParameter TableFormat = new("format", "The form of the file; xlsx by default.")
    {
        Values = ["xlsx", "csv"],
    };

    public static readonly QueryParameter FigureFormat = new("format", "The form of the file; csv by default.")
    {
        Values = ["csv", "xlsx", "sdmx-csv", "sdmx-json"],
    };

    public static readonly QueryParameter Indicators = new(
        "indicator", "Only those indicators: codes, separated by commas.")
    {
        Example = "FIBER-HOUSEHOLDS",
    };

    public static readonly QueryParameter ReasonLanguage = new(
        "lang", "The language of reasons and hints; en, with the offending value, by default.")
    {
        Values = ["vi", "en"],
    };

    public static readonly QueryParameter Language = new("lang", "The language of the words; vi by default.")
    {
        Values = ["vi", "en"],
    };

    /// <summary>The encoding that a query names; <c>null</c> for none.</summary>
    public static System.Text.Encoding? ReadEncoding(QueryReader query)
    {
        if (query.Text(Encoding.Name) is not { } name)
        {
            return null;
        }

        var encoding = VietnameseEncodings.Find(name);
        if (encoding is null)
        {
            query.Refuse(Encoding.Name, LegacyEncodings.NamesHint);
        }

        return encoding;
    }
}
