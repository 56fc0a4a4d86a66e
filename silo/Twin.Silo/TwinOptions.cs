using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Twin.Model.Demo;
using Twin.Model.Time;

namespace Twin.Silo;

/// <summary>
/// What the program is told. Each setting can come from appsettings.json, TWIN_* or the command line.
/// </summary>
public sealed class TwinOptions : IValidatableObject
{
    /// <summary>The name of the observation log in the folder.</summary>
    internal const string LogFile = "observations.db";

    /// <summary>The name of the city's journal in the folder.</summary>
    internal const string JournalFile = "city.db";

    /// <summary>
    /// The addresses to listen on, separated by semicolons. Only loopback ones, until identity is configured.
    /// </summary>
    [Required]
    public string Urls { get; set; } = "http://127.0.0.1:8080";

    /// <summary>The folder of the observation log; made when it is missing.</summary>
    [Required]
    public string Data { get; set; } = "./data";

    /// <summary>
    /// The connection string of a PostgreSQL database that everything is kept in, instead of the files in the folder:
    /// <c>Host=…;Database=…;Username=…;Password=…</c>. The database exists; the program makes its tables.
    /// Empty for files. Not on the command line, where others could see the password.
    /// </summary>
    public string Postgres { get; set; } = string.Empty;

    /// <summary>The folder of the city's dataset, or the name of one that comes with the program.</summary>
    [Required]
    public string Dataset { get; set; } = "hai-phong";

    /// <summary>
    /// The plans to load, by id, separated by commas; empty for the dataset's default ones, <c>all</c> for all.
    /// </summary>
    public string Plans { get; set; } = string.Empty;

    /// <summary>Whether an empty log is filled with demonstration observations.</summary>
    public bool Demo { get; set; } = true;

    /// <summary>
    /// Whether quality rules of the dataset that hold doubtful observations do so; otherwise those count at once, and
    /// only lower the score. What is held already stays held.
    /// </summary>
    public bool Quarantine { get; set; } = true;

    /// <summary>Whether a demonstration city has a fleet of made-up boats that report.</summary>
    public bool DemoFleet { get; set; } = true;

    /// <summary>
    /// How many boats a new demonstration fleet has, 1 to 200,000. As many as the plan counts by default; more to load
    /// the twin, with the other counts in proportion.
    /// </summary>
    [Range(1, Twin.Model.Demo.DemoFleet.MaxBoats)]
    public int DemoFleetBoats { get; set; } = Twin.Model.Demo.DemoFleet.Boats;

    /// <summary>
    /// How many times as fast as the clock the boats of the demonstration live, 1 to 6: they sail faster, report more
    /// often and fall silent for a shorter time.
    /// </summary>
    [Range(1, DemoPace.MaxFactor)]
    public double DemoFleetSpeed { get; set; } = 1;

    /// <summary>How many made-up merchant ships sail there too, heard by AIS; 0 to 5,000.</summary>
    [Range(0, 5_000)]
    public int DemoMerchants { get; set; } = 300;

    /// <summary>The seed of the demonstration observations.</summary>
    public int DemoSeed { get; set; } = 2024;

    /// <summary>The first month of demonstration observations, as <c>2022-01</c>.</summary>
    [RegularExpression(@"\d{4}-\d{2}")]
    public string DemoFrom { get; set; } = "2022-01";

    /// <summary>The last month of demonstration observations, as <c>2024-12</c>.</summary>
    [RegularExpression(@"\d{4}-\d{2}")]
    public string DemoTo { get; set; } = "2024-12";

    /// <summary>How this silo is found by the others.</summary>
    public SiloClusterOptions Cluster { get; } = new();

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (!IsMonth(DemoFrom, out var from))
        {
            yield return new ValidationResult($"DemoFrom '{DemoFrom}' is not a month.", [nameof(DemoFrom)]);
        }
        else if (!IsMonth(DemoTo, out var to) || to < from)
        {
            yield return new ValidationResult(
                $"DemoTo '{DemoTo}' is not a month from {DemoFrom} on.", [nameof(DemoTo)]);
        }

        var ofCluster = new List<ValidationResult>();
        Validator.TryValidateObject(Cluster, new ValidationContext(Cluster), ofCluster, validateAllProperties: true);
        foreach (var result in ofCluster)
        {
            yield return result;
        }
    }

    private static bool IsMonth(string text, out TimePeriod month) =>
        TimePeriod.TryParse(text, CultureInfo.InvariantCulture, out month) && month.Frequency == PeriodFrequency.Month;
}
