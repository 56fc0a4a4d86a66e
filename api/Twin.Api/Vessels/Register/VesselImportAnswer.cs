using Twin.Api.Observations;

namespace Twin.Api.Vessels.Register;

/// <summary>What became of a table of vessels, or would.</summary>
internal sealed record VesselImportAnswer
{
    /// <summary>Whether nothing was entered.</summary>
    public required bool IsDryRun { get; init; }

    /// <summary>What the file was called.</summary>
    public required string FileName { get; init; }

    /// <summary>The line that named the columns.</summary>
    public required int HeaderLine { get; init; }

    /// <summary>The columns read, by what they say.</summary>
    public required IReadOnlyDictionary<string, string> Columns { get; init; }

    /// <summary>The columns that say nothing that is known.</summary>
    public required IReadOnlyList<string> Ignored { get; init; }

    /// <summary>How many lines after the header held anything.</summary>
    public required int Lines { get; init; }

    /// <summary>How many vessels are new.</summary>
    public required int Added { get; init; }

    /// <summary>How many have changed.</summary>
    public required int Changed { get; init; }

    /// <summary>How many were there as they are.</summary>
    public required int Unchanged { get; init; }

    /// <summary>The lines refused; the first 1,000.</summary>
    public required IReadOnlyList<RejectedRowAnswer> Rejected { get; init; }

    /// <summary>How many lines were refused in all.</summary>
    public required int RejectedTotal { get; init; }
}
