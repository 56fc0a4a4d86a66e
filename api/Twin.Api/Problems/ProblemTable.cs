using System.Collections.Frozen;
using Microsoft.AspNetCore.Http;

namespace Twin.Api.Problems;

/// <summary>The one map from a refusal's code to its HTTP status and title, and from a bare status to a code.</summary>
internal static class ProblemTable
{
    private static readonly FrozenDictionary<string, ProblemKind> KindsByCode = new ProblemKind[]
    {
        new(ProblemCodes.InvalidParameter, StatusCodes.Status400BadRequest, "A parameter has an invalid value"),
        new(ProblemCodes.MissingParameter, StatusCodes.Status400BadRequest, "A required parameter is missing"),
        new(ProblemCodes.UnknownParameter, StatusCodes.Status400BadRequest, "A parameter is not known"),
        new(ProblemCodes.InvalidRequest, StatusCodes.Status400BadRequest, "The request cannot be read"),
        new(ProblemCodes.InvalidHeader, StatusCodes.Status400BadRequest, "A header has an invalid value"),
        new(ProblemCodes.InvalidJson, StatusCodes.Status400BadRequest, "The body is not valid JSON"),
        new(ProblemCodes.InvalidCsv, StatusCodes.Status400BadRequest, "The body is not a CSV table of observations"),
        new(ProblemCodes.InvalidMapping, StatusCodes.Status400BadRequest, "The mapping does not fit the table"),
        new(ProblemCodes.InvalidTable, StatusCodes.Status400BadRequest, "The file is no table that can be read"),
        new(ProblemCodes.InvalidMap, StatusCodes.Status400BadRequest, "The file is no map that can be read"),
        new(ProblemCodes.InvalidEncoding, StatusCodes.Status400BadRequest, "The text is not in the stated encoding"),
        new(ProblemCodes.TruncatedBody, StatusCodes.Status400BadRequest, "The body ends before its end"),
        new(ProblemCodes.EmptyBody, StatusCodes.Status400BadRequest, "The body holds nothing"),
        new(ProblemCodes.Forbidden, StatusCodes.Status403Forbidden, "Not allowed from there"),
        new(ProblemCodes.NotFound, StatusCodes.Status404NotFound, "Not found"),
        new(ProblemCodes.MethodNotAllowed, StatusCodes.Status405MethodNotAllowed, "Method not allowed"),
        new(ProblemCodes.RequestTimeout, StatusCodes.Status408RequestTimeout, "The body came too slowly"),
        new(ProblemCodes.Conflict, StatusCodes.Status409Conflict, "Not possible as it stands"),
        new(ProblemCodes.IdempotencyConflict, StatusCodes.Status409Conflict, "The key was used with another body"),
        new(ProblemCodes.RevisionConflict, StatusCodes.Status409Conflict, "The city has changed since"),
        new(ProblemCodes.ChangeRefused, StatusCodes.Status422UnprocessableEntity, "The city does not allow it"),
        new(ProblemCodes.InvalidPlace, StatusCodes.Status422UnprocessableEntity, "The place cannot be so"),
        new(ProblemCodes.PreconditionFailed, StatusCodes.Status412PreconditionFailed, "It has changed since"),
        new(ProblemCodes.PreconditionRequired, StatusCodes.Status428PreconditionRequired, "A header is missing"),
        new(ProblemCodes.TooLarge, StatusCodes.Status413PayloadTooLarge, "The body is too large"),
        new(ProblemCodes.UnsupportedMediaType, StatusCodes.Status415UnsupportedMediaType, "Media type not supported"),
        new(ProblemCodes.NothingAccepted, StatusCodes.Status422UnprocessableEntity, "No row was accepted"),
        new(ProblemCodes.TooMany, StatusCodes.Status429TooManyRequests, "Too much at once"),
        new(ProblemCodes.Internal, StatusCodes.Status500InternalServerError, "Something went wrong here"),
        new(ProblemCodes.Unavailable, StatusCodes.Status503ServiceUnavailable, "Not available now"),
    }.ToFrozenDictionary(kind => kind.Code, StringComparer.Ordinal);

    /// <summary>Every kind of problem, for the API's description.</summary>
    public static IEnumerable<ProblemKind> Kinds => KindsByCode.Values;

    /// <summary>The kind of a code. A code that is not in the table is a bug and answers as <c>internal</c>.</summary>
    public static ProblemKind Of(string code) =>
        KindsByCode.TryGetValue(code, out var kind) ? kind : KindsByCode[ProblemCodes.Internal];

    /// <summary>The code for a status that the framework set without a body.</summary>
    public static string CodeOf(int status) => status switch
    {
        StatusCodes.Status403Forbidden => ProblemCodes.Forbidden,
        StatusCodes.Status404NotFound => ProblemCodes.NotFound,
        StatusCodes.Status405MethodNotAllowed => ProblemCodes.MethodNotAllowed,
        StatusCodes.Status408RequestTimeout => ProblemCodes.RequestTimeout,
        StatusCodes.Status413PayloadTooLarge => ProblemCodes.TooLarge,
        StatusCodes.Status415UnsupportedMediaType => ProblemCodes.UnsupportedMediaType,
        StatusCodes.Status429TooManyRequests => ProblemCodes.TooMany,
        StatusCodes.Status503ServiceUnavailable => ProblemCodes.Unavailable,
        >= 500 => ProblemCodes.Internal,
        _ => ProblemCodes.InvalidRequest,
    };
}
