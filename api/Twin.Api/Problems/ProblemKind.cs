namespace Twin.Api.Problems;

/// <summary>One kind of problem.</summary>
/// <param name="Code">The stable code.</param>
/// <param name="Status">The HTTP status.</param>
/// <param name="Title">A short English title, the same for every problem of the kind.</param>
internal sealed record ProblemKind(string Code, int Status, string Title)
{
    /// <summary>The problem type (RFC 9457 §3.1.1).</summary>
    public string Type => $"urn:twin:problem:{Code}";
}
