namespace Twin.Api.Observations;

/// <summary>
/// The stable codes of rows refused before they reach a grain; the grain's own are in the model's rules.
/// </summary>
internal static class RowCodes
{
    public const string AmbiguousNumber = "ambiguous_number";
    public const string AmbiguousUnit = "ambiguous_unit";
    public const string BadPayload = "bad_payload";
    public const string DuplicateMember = "duplicate_member";
    public const string DuplicateRow = "duplicate_row";
    public const string InvalidBreakdown = "invalid_breakdown";
    public const string InvalidEncoding = "invalid_encoding";
    public const string InvalidJson = "invalid_json";
    public const string InvalidNumber = "invalid_number";
    public const string InvalidPeriod = "invalid_period";
    public const string InvalidResultTime = "invalid_result_time";
    public const string InvalidSource = "invalid_source";
    public const string InvalidStatus = "invalid_status";
    public const string InvalidTime = "invalid_time";
    public const string InvalidVessel = "invalid_vessel";
    public const string LineTooLong = "line_too_long";
    public const string MalformedRow = "malformed_row";
    public const string MalformedSentence = "malformed_sentence";
    public const string MissingValue = "missing_value";
    public const string TooMany = "too_many";
    public const string TooShort = "too_short";
    public const string UnknownIndicator = "unknown_indicator";
    public const string UnknownMember = "unknown_member";
    public const string UnknownType = "unknown_type";
    public const string UnknownUnit = "unknown_unit";
    public const string WrongChecksum = "wrong_checksum";
}
