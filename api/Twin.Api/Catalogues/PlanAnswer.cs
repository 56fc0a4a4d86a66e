using Twin.Model.Plans;

namespace Twin.Api.Catalogues;

/// <summary>A plan document: where targets come from.</summary>
internal sealed record PlanAnswer
{
    /// <summary>The id in the dataset.</summary>
    public required string Id { get; init; }

    /// <summary>The number printed on it; null where it has none.</summary>
    public required string? DocumentNumber { get; init; }

    /// <summary>The date printed on it, as far as it is known: a year, a month or a day.</summary>
    public required string? DocumentDate { get; init; }

    /// <summary>The Vietnamese title.</summary>
    public required string TitleVi { get; init; }

    /// <summary>The English title.</summary>
    public required string TitleEn { get; init; }

    /// <summary>Whose plan it is, in Vietnamese.</summary>
    public required string Place { get; init; }

    /// <summary>The code of the unit whose plan it is, where the dataset has it.</summary>
    public required string? Unit { get; init; }

    /// <summary>How many targets and other rows it has; shares given to units are no rows of it.</summary>
    public required int TargetCount { get; init; }

    /// <summary>Makes the answer of a plan.</summary>
    public static PlanAnswer Of(Plan plan, int targetCount) => new()
    {
        Id = plan.Id,
        DocumentNumber = plan.DocumentNumber,
        DocumentDate = plan.DocumentDate,
        TitleVi = plan.TitleVi,
        TitleEn = plan.TitleEn,
        Place = plan.Place,
        Unit = plan.Unit?.Value,
        TargetCount = targetCount,
    };
}
