namespace Twin.Api.Problems;

/// <summary>
/// The stable codes of everything the API refuses as a whole. Codes of rows are in <c>Observations</c>.
/// </summary>
internal static class ProblemCodes
{
    public const string InvalidParameter = "invalid_parameter";
    public const string MissingParameter = "missing_parameter";
    public const string UnknownParameter = "unknown_parameter";
    public const string InvalidRequest = "invalid_request";
    public const string InvalidHeader = "invalid_header";
    public const string InvalidJson = "invalid_json";
    public const string InvalidCsv = "invalid_csv";
    public const string InvalidMapping = "invalid_mapping";
    public const string InvalidTable = "invalid_table";
    public const string InvalidMap = "invalid_map";
    public const string InvalidEncoding = "invalid_encoding";
    public const string TruncatedBody = "truncated_body";
    public const string EmptyBody = "empty_body";
    public const string Forbidden = "forbidden";
    public const string NotFound = "not_found";
    public const string MethodNotAllowed = "method_not_allowed";
    public const string RequestTimeout = "request_timeout";
    public const string Conflict = "conflict";
    public const string IdempotencyConflict = "idempotency_conflict";
    public const string RevisionConflict = "revision_conflict";
    public const string ChangeRefused = "change_refused";
    public const string InvalidPlace = "invalid_place";
    public const string PreconditionFailed = "precondition_failed";
    public const string PreconditionRequired = "precondition_required";
    public const string TooLarge = "too_large";
    public const string UnsupportedMediaType = "unsupported_media_type";
    public const string NothingAccepted = "nothing_accepted";
    public const string TooMany = "too_many";
    public const string Internal = "internal";
    public const string Unavailable = "unavailable";
}
