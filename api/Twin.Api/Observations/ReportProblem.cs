using System.Diagnostics.CodeAnalysis;
using Twin.Api.Problems;

namespace Twin.Api.Observations;

/// <summary>A problem with a report of which rows were read: the receipt beside the problem.</summary>
internal sealed record ReportProblem : Problem
{
    /// <summary>Makes one of a problem and a receipt.</summary>
    [SetsRequiredMembers]
    public ReportProblem(Problem problem, ReceiptAnswer receipt, int failed)
        : base(problem)
    {
        Accepted = receipt.Accepted;
        Failed = failed;
        Rejected = receipt.Rejected;
        RejectedTotal = receipt.RejectedTotal;
        Sequence = receipt.Sequence;
    }

    /// <summary>How many observations are durable and applied.</summary>
    public int Accepted { get; }

    /// <summary>How many were good and could not be taken in now.</summary>
    public int Failed { get; }

    /// <summary>The rows refused, by line; the first 1,000.</summary>
    public IReadOnlyList<RejectedRowAnswer> Rejected { get; }

    /// <summary>How many rows were refused in all.</summary>
    public int RejectedTotal { get; }

    /// <summary>The last sequence number of what was accepted; 0 for none.</summary>
    public long Sequence { get; }
}
