namespace Twin.Model.Plans.Cascades;

/// <summary>
/// Rounds shares to whole steps by the largest remainder, so that who is due more never gets less. Pure.
/// </summary>
internal static class CascadeRounding
{
    private const double Hair = 1e-9; // Of a step: what the arithmetic of doubles leaves of a whole number.

    /// <summary>The shares in steps, as near to the total as steps allow and never short of it by rounding.</summary>
    /// <param name="exact">The shares.</param>
    /// <param name="masses">How much each counts.</param>
    /// <param name="highest">The most each can get.</param>
    /// <param name="total">Σ mass × share that is wanted.</param>
    /// <param name="step">The step.</param>
    public static double[] Up(double[] exact, double[] masses, double[] highest, double total, double step)
    {
        var steps = exact.Select(value => Math.Floor((value / step) + Hair)).ToArray();
        var missing = (total / step) - steps.Select((n, i) => n * masses[i]).Sum();
        var order = Enumerable.Range(0, exact.Length)
            .OrderByDescending(i => (exact[i] / step) - steps[i]).ThenBy(i => i);
        foreach (var i in order)
        {
            if (missing <= Hair * Math.Max(1, Math.Abs(total / step)))
            {
                break;
            }

            if (masses[i] > 0 && (steps[i] + 1) * step <= highest[i] + (Hair * step))
            {
                steps[i]++;
                missing -= masses[i];
            }
        }

        return [.. steps.Select(n => InSteps(n, step))];
    }

    /// <summary>A number of steps as the number that people write: 3 tenths are 0.3.</summary>
    private static double InSteps(double count, double step) => step >= 1
        ? count * step
        : Math.Round(count * step, (int)Math.Round(-Math.Log10(step)));
}
