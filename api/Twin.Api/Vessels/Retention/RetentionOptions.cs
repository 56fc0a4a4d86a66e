using System.ComponentModel.DataAnnotations;
using Twin.Model.Vessels;

namespace Twin.Api.Vessels.Retention;

/// <summary>What becomes of old positions. Observations are never left out.</summary>
public sealed class RetentionOptions : IValidatableObject
{
    /// <summary>The section of the configuration.</summary>
    public const string Section = "Retention";

    /// <summary>
    /// Ages and the span of which the first and last report of each vessel stay from then on, such as
    /// <c>90.00:00:00=00:10:00;730.00:00:00=02:00:00</c>: all for 90 days, then two in ten minutes, after two years two
    /// in two hours. <c>=nothing</c> keeps none. Ages from a day on, spans from 1 s to 6 h, each rule older and sparser
    /// than the one before. Empty keeps everything.
    /// </summary>
    public string Policy { get; set; } = string.Empty;

    /// <summary>How often old positions are looked for, 1 min to 7 days.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "7.00:00:00")]
    public TimeSpan Every { get; set; } = TimeSpan.FromHours(1);

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (!RetentionPolicy.TryParse(Policy, out _))
        {
            yield return new ValidationResult(
                $"Retention:Policy '{Policy}' is no list such as 90.00:00:00=00:10:00;730.00:00:00=02:00:00.",
                [nameof(Policy)]);
        }
    }
}
