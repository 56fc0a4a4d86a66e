using Twin.Model.Units;

namespace Twin.Model.Alerts;

/// <summary>Where rules of kind <see cref="AlertRuleKind.Quality"/> read how good a unit's figures are.</summary>
public interface IQualityScores
{
    /// <summary>The score, 0 to 100; <c>null</c> where there is none.</summary>
    ValueTask<double?> FindAsync(AdministrativeUnitCode unit, CancellationToken cancellationToken);
}
