using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Twin.Model;
using Twin.Model.Cities;
using Twin.Model.Observations;

namespace Twin.Api.Problems;

/// <summary>Turns what the framework answers without a body, and what nobody caught, into problems.</summary>
internal static class ExceptionProblems
{
    private const string TryAgain = "Try again in a moment; what was not answered can be sent again.";

    /// <summary>
    /// Puts both at the outside of the pipeline. Exceptions are logged by the framework before they get here.
    /// </summary>
    public static void UseProblems(this IApplicationBuilder app)
    {
        app.UseExceptionHandler(new ExceptionHandlerOptions
        {
            AllowStatusCode404Response = true,
            ExceptionHandler = context => OfException(
                context.Features.Get<IExceptionHandlerFeature>()?.Error).ToResult().ExecuteAsync(context),
        });
        app.UseStatusCodePages(statusContext =>
        {
            var context = statusContext.HttpContext;
            return OfStatus(context.Response.StatusCode, context.Request).ToResult().ExecuteAsync(context);
        });
    }

    /// <summary>What is said about an exception: nothing of its inside.</summary>
    public static Refusal OfException(Exception? exception) => exception switch
    {
        BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge } => new Refusal(
            ProblemCodes.TooLarge, "The body is larger than is taken in one request.", "Send it in parts."),
        BadHttpRequestException { StatusCode: StatusCodes.Status408RequestTimeout } => new Refusal(
            ProblemCodes.RequestTimeout, "The body stopped coming before its end.", "Send it again."),
        BadHttpRequestException => new Refusal(
            ProblemCodes.InvalidRequest, "The request is not well-formed HTTP.", "See /openapi/v1.json."),
        _ when IsUnavailable(exception) => new Refusal(
            ProblemCodes.Unavailable, "A part of the twin did not answer in time or refused.", TryAgain),
        _ => new Refusal(
            ProblemCodes.Internal,
            "The request failed for a reason that lies here, not with you.",
            "Try again; when it stays, look into the log of the silo at this time."),
    };

    /// <summary>Whether the exception says that a grain or the log could not do it now, rather than a bug.</summary>
    public static bool IsUnavailable(Exception? exception) =>
        exception is ObservationLogException or CityJournalException or TimeoutException or OrleansException;

    private static Refusal OfStatus(int status, HttpRequest request) => status switch
    {
        StatusCodes.Status404NotFound => new Refusal(
            ProblemCodes.NotFound,
            $"There is nothing at '{Refusals.Shown(request.Path)}'.",
            "/openapi/v1.json lists the paths."),
        StatusCodes.Status405MethodNotAllowed => new Refusal(
            ProblemCodes.MethodNotAllowed,
            $"'{Refusals.Shown(request.Path)}' does not take {Refusals.Shown(request.Method)}.",
            "The header Allow lists the methods that it takes."),
        _ => new Refusal(
            ProblemTable.CodeOf(status),
            string.Create(CultureInfo.InvariantCulture, $"The request was answered with status {status}."),
            "See /openapi/v1.json."),
    };
}
