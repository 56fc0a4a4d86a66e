using Twin.Model.Observations;

namespace Twin.Api.Tests;

/// <summary>An observation in the log, with whose it is.</summary>
internal sealed record StoredRow(string Unit, Observation Observation)
{
    public (string Unit, string Indicator, string Period) Key =>
        (Unit, Observation.Indicator.Value, Observation.Period.ToString());
}
