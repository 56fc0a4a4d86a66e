using Twin.Model;

namespace Twin.Api.Problems;

/// <summary>Problem details (RFC 9457) with a stable code and a hint.</summary>
internal record Problem
{
    /// <summary>The problem type, a URN that ends in the code.</summary>
    public required string Type { get; init; }

    /// <summary>A short title, the same for every problem of the type.</summary>
    public required string Title { get; init; }

    /// <summary>The HTTP status.</summary>
    public required int Status { get; init; }

    /// <summary>What is wrong, with the offending value.</summary>
    public required string Detail { get; init; }

    /// <summary>The path of the request.</summary>
    public required string Instance { get; init; }

    /// <summary>The stable code, in lower_snake_case.</summary>
    public required string Code { get; init; }

    /// <summary>What to do about it.</summary>
    public required string Hint { get; init; }

    /// <summary>Makes the problem of a refusal.</summary>
    public static Problem Of(Refusal refusal, string instance)
    {
        var kind = ProblemTable.Of(refusal.Code);
        return new Problem
        {
            Type = kind.Type,
            Title = kind.Title,
            Status = kind.Status,
            Detail = refusal.Detail,
            Instance = instance,
            Code = refusal.Code,
            Hint = refusal.Hint,
        };
    }
}
