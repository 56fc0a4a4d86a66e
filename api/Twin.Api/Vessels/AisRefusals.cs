using Twin.Api.Observations;
using Twin.Geo.Ais;
using Twin.Model;

namespace Twin.Api.Vessels;

/// <summary>Why a sentence is refused, in words.</summary>
internal static class AisRefusals
{
    private const string Hint = "Send sentences of IEC 61162-1 as the receiver gave them, one a line.";

    private static readonly Refusal Malformed = new(
        RowCodes.MalformedSentence, "The fields of the sentence or its tag block are not where they must be.", Hint);

    private static readonly Refusal WrongChecksum = new(
        RowCodes.WrongChecksum, "The checksum of the sentence or its tag block is missing or wrong.", Hint);

    private static readonly Refusal BadPayload = new(
        RowCodes.BadPayload, "The payload holds characters that no payload has.", Hint);

    private static readonly Refusal TooShort = new(
        RowCodes.TooShort, "The message is shorter than its type must be.", Hint);

    private static readonly Refusal UnknownType = new(
        RowCodes.UnknownType, "The message is of no type of ITU-R M.1371, 1 to 27.", Hint);

    /// <summary>The refusal of a line; <c>null</c> where it is none.</summary>
    public static Refusal? Of(AisLineOutcome outcome) => outcome switch
    {
        AisLineOutcome.Malformed => Malformed,
        AisLineOutcome.WrongChecksum => WrongChecksum,
        AisLineOutcome.BadPayload => BadPayload,
        AisLineOutcome.TooShort => TooShort,
        AisLineOutcome.UnknownType => UnknownType,
        _ => null,
    };
}
