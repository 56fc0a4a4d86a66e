using System.Diagnostics;
using Twin.Model.Rollups;
using Twin.Model.Time;

namespace Twin.Api.Exchange.Exports;

/// <summary>
/// The data structure of the figures in SDMX: ids, and the codes of the code lists CL_FREQ and CL_OBS_STATUS.
/// </summary>
internal static class Sdmx
{
    /// <summary>Who maintains the structure.</summary>
    public const string Agency = "TWIN";

    /// <summary>The id of the dataflow and of its structure.</summary>
    public const string Dataflow = "FIGURES";

    /// <summary>Their version.</summary>
    public const string Version = "1.0.0";

    /// <summary>The dataflow, as SDMX-CSV names it.</summary>
    public const string DataflowId = $"{Agency}:{Dataflow}({Version})";

    /// <summary>The dataflow, as SDMX-JSON names it.</summary>
    public const string DataflowUrn =
        $"urn:sdmx:org.sdmx.infomodel.datastructure.Dataflow={Agency}:{Dataflow}({Version})";

    /// <summary>The media type of SDMX-CSV.</summary>
    public const string CsvMediaType = "application/vnd.sdmx.data+csv;version=2.0.0";

    /// <summary>The media type of SDMX-JSON.</summary>
    public const string JsonMediaType = "application/vnd.sdmx.data+json;version=2.0.0";

    /// <summary>The code of a frequency in CL_FREQ.</summary>
    public static string FrequencyCode(PeriodFrequency frequency) => frequency switch
    {
        PeriodFrequency.Annual => "A",
        PeriodFrequency.HalfYear => "S",
        PeriodFrequency.Quarter => "Q",
        PeriodFrequency.Month => "M",
        PeriodFrequency.Day => "D",
        _ => throw new UnreachableException($"No code for {frequency}."),
    };

    /// <summary>
    /// The code of a figure in CL_OBS_STATUS: one that lacks units below is provisional; demonstration data, which
    /// nobody observed, counts as imputed.
    /// </summary>
    public static string StatusCode(Rollup figure) => figure switch
    {
        { Demo: > 0 } => "I",
        _ when figure.Reported < figure.Expected => "P",
        _ => "A",
    };
}
