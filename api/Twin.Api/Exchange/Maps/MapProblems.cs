using Twin.Api.Problems;
using Twin.Model;

namespace Twin.Api.Exchange.Maps;

/// <summary>What is wrong with a map file as a whole, in the codes of the API. Stateless.</summary>
internal static class MapProblems
{
    /// <summary>The refusal of a reader, with its own code in the sentence.</summary>
    public static Refusal Of(Refusal refusal) => new(
        refusal.Code is "file_too_large" ? ProblemCodes.TooLarge : ProblemCodes.InvalidMap,
        $"{refusal.Detail} ({refusal.Code})",
        refusal.Hint);
}
