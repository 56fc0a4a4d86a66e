using System.Collections.Immutable;

namespace Twin.Model.Indicators;

/// <summary>How a unit works an indicator out from its own figures of others. Immutable.</summary>
public abstract record Derivation
{
    private Derivation()
    {
    }

    /// <summary>The indicators that it is made from, each once.</summary>
    public abstract ImmutableArray<IndicatorCode> Inputs { get; }

    /// <summary>(now − before) / before.</summary>
    /// <param name="Of">The indicator whose level grows.</param>
    /// <param name="PeriodsBack">How many periods of the same length lie between: 12 from month to month a year on.
    /// </param>
    public sealed record Growth(IndicatorCode Of, int PeriodsBack) : Derivation
    {
        /// <inheritdoc/>
        public override ImmutableArray<IndicatorCode> Inputs => [Of];
    }

    /// <summary>(now / before)^(1 / years) − 1.</summary>
    /// <param name="Of">The indicator whose level grows.</param>
    /// <param name="Years">How many years lie between.</param>
    public sealed record CompoundGrowth(IndicatorCode Of, int Years) : Derivation
    {
        /// <inheritdoc/>
        public override ImmutableArray<IndicatorCode> Inputs => [Of];
    }

    /// <summary>The least or greatest figure of the parts along one dimension, within the unit.</summary>
    /// <param name="Of">The indicator with the parts.</param>
    /// <param name="Dimension">The dimension.</param>
    /// <param name="IsGreatest">Whether the greatest is wanted.</param>
    public sealed record ExtremeMember(IndicatorCode Of, string Dimension, bool IsGreatest) : Derivation
    {
        /// <inheritdoc/>
        public override ImmutableArray<IndicatorCode> Inputs => [Of];
    }

    /// <summary>Σ weight × score / Σ weight.</summary>
    /// <param name="Components">What it is made of, in order; versions of one index follow each other in time.</param>
    /// <param name="Missing">What becomes of components without a figure.</param>
    public sealed record Composite(ImmutableArray<CompositeComponent> Components, MissingComponents Missing)
        : Derivation
    {
        /// <inheritdoc/>
        public override ImmutableArray<IndicatorCode> Inputs =>
            [.. Components.Select(component => component.Indicator).Distinct()];

        /// <summary>The components of the version in force on a day.</summary>
        public IEnumerable<CompositeComponent> On(DateOnly day) =>
            Components.Where(component => component.ValidFrom <= day && !(component.ValidTo < day));
    }
}
