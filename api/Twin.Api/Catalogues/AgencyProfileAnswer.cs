using System.Text.Json.Serialization;
using Twin.Api.Statistics;
using Twin.Grains.Agencies;

namespace Twin.Api.Catalogues;

/// <summary>An agency with what it answers for.</summary>
internal sealed record AgencyProfileAnswer : AgencyAnswer
{
    /// <summary>Makes the answer of a profile.</summary>
    public AgencyProfileAnswer(AgencyProfile profile, DateTimeOffset now)
        : base(profile.Agency)
    {
        Indicators = [.. profile.Indicators.Select(code => code.Value)];
        Targets = [.. profile.Targets.Select(assessment => ScorecardItemAnswer.Of(assessment, now))];
    }

    /// <summary>The codes of the indicators that it owns.</summary>
    [JsonPropertyOrder(1)]
    public IReadOnlyList<string> Indicators { get; }

    /// <summary>The targets that it must reach, held against the figures of the plan's unit.</summary>
    [JsonPropertyOrder(1)]
    public IReadOnlyList<ScorecardItemAnswer> Targets { get; }
}
