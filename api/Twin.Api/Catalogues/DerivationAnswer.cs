using Twin.Model.Indicators;

namespace Twin.Api.Catalogues;

/// <summary>How each unit works an indicator out from its own figures of others.</summary>
internal sealed record DerivationAnswer
{
    /// <summary>The code of the indicator that it is made from; null for an index.</summary>
    public required string? Of { get; init; }

    /// <summary>How many periods lie between the two levels of growth; null for others.</summary>
    public required int? PeriodsBack { get; init; }

    /// <summary>How many years lie between those of compound growth; null for others.</summary>
    public required int? Years { get; init; }

    /// <summary>The dimension whose members are compared; null for others.</summary>
    public required string? Dimension { get; init; }

    /// <summary>What becomes of components without a figure; null where there are none.</summary>
    public required MissingComponents? Missing { get; init; }

    /// <summary>The components of an index, of all its versions; empty for others.</summary>
    public required IReadOnlyList<ComponentAnswer> Components { get; init; }

    /// <summary>Makes the answer of a derivation; null for what rolls up.</summary>
    public static DerivationAnswer? Make(Derivation? derivation) => derivation is null ? null : new DerivationAnswer
    {
        Of = derivation is Derivation.Composite ? null : derivation.Inputs[0].Value,
        PeriodsBack = (derivation as Derivation.Growth)?.PeriodsBack,
        Years = (derivation as Derivation.CompoundGrowth)?.Years,
        Dimension = (derivation as Derivation.ExtremeMember)?.Dimension,
        Missing = (derivation as Derivation.Composite)?.Missing,
        Components = derivation is Derivation.Composite composite
            ? [.. composite.Components.Select(ComponentAnswer.Of)]
            : [],
    };
}
