using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Twin.Api.Plans;
using Twin.Api.Problems;
using Twin.Model;

namespace Twin.Api.Cities;

/// <summary>
/// A plan as it came, with who sends it and why: as the tables of a dataset, or as one table of targets with the
/// document in fields.
/// </summary>
/// <param name="Plans">The text of plans.csv; <c>null</c> where the document comes in fields.</param>
/// <param name="Targets">The text of targets.csv; <c>null</c> where the document comes in fields.</param>
/// <param name="Sheet">The table of targets with its document; <c>null</c> where the tables of a dataset came.</param>
/// <param name="Agencies">The text of agencies.csv; <c>null</c> for none.</param>
/// <param name="KeepGoodRows">Whether good rows are loaded though others are bad.</param>
/// <param name="Request">What every change says.</param>
internal sealed record PlanForm(
    string? Plans,
    string? Targets,
    PlanSheetForm? Sheet,
    string? Agencies,
    bool KeepGoodRows,
    CityChangeRequest Request)
{
    private static readonly UTF8Encoding StrictUtf8 = new(false, throwOnInvalidBytes: true);

    private static readonly string[] Names =
    [
        "plans", "targets", "agencies", "by", "reason", "dryRun", "keepGoodRows", "revision",
        .. PlanFields.Names,
    ];

    /// <summary>Reads the form, or says why it cannot be read.</summary>
    public static async Task<(PlanForm? Form, Refusal? Refusal)> ReadAsync(
        HttpRequest request, CityDefinition city, long maxBytes, CancellationToken cancellationToken)
    {
        var (form, refusal) = await OpenAsync(request, maxBytes, cancellationToken);
        if (form is null)
        {
            return (null, refusal);
        }

        try
        {
            return await ReadAsync(form, city, cancellationToken);
        }
        catch (DecoderFallbackException)
        {
            return (null, new Refusal(
                ProblemCodes.InvalidEncoding, "A table is not UTF-8.", "Save it as UTF-8 and send it again."));
        }
    }

    /// <summary>Takes the form in, or says why it cannot be.</summary>
    public static async Task<(IFormCollection? Form, Refusal? Refusal)> OpenAsync(
        HttpRequest request, long maxBytes, CancellationToken cancellationToken)
    {
        if (!request.HasFormContentType)
        {
            return (null, new Refusal(
                ProblemCodes.UnsupportedMediaType,
                $"The media type '{Refusals.Shown(request.ContentType ?? string.Empty)}' is not supported.",
                "Send multipart/form-data with the file targets, and the file plans or the fields of the document."));
        }

        if (request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } feature)
        {
            feature.MaxRequestBodySize = maxBytes;
        }

        try
        {
            return (await request.ReadFormAsync(cancellationToken), null);
        }
        catch (InvalidDataException)
        {
            return (null, new Refusal(
                ProblemCodes.InvalidRequest, "The form is damaged or too large.", "Send it again, whole."));
        }
    }

    private static async Task<(PlanForm? Form, Refusal? Refusal)> ReadAsync(
        IFormCollection form, CityDefinition city, CancellationToken cancellationToken)
    {
        if (form.Keys.Concat(form.Files.Select(file => file.Name))
            .FirstOrDefault(name => !Names.Contains(name, StringComparer.Ordinal)) is { } unknown)
        {
            return (null, Invalid(unknown, string.Empty, $"The form has: {string.Join(", ", Names)}."));
        }

        var plans = await TextAsync(form, "plans", cancellationToken);
        var (sheet, refusal) = plans is null ? PlanFields.Read(form, city) : (null, null);
        var targets = plans is null ? null : await TextAsync(form, "targets", cancellationToken);
        if (refusal is not null || (plans is not null && targets is null))
        {
            return (null, refusal ?? Invalid("targets", string.Empty, "Send the table as a file."));
        }

        if (!TryFlag(form, "dryRun", out var dryRun) || !TryFlag(form, "keepGoodRows", out var keep))
        {
            return (null, Invalid("dryRun or keepGoodRows", string.Empty, "Use true or false."));
        }

        long? revision = null;
        if (form.TryGetValue("revision", out var text))
        {
            if (!long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            {
                return (null, Invalid("revision", text.ToString(), "Use the revision that a dry run answered."));
            }

            revision = number;
        }

        return (
            new PlanForm(
                plans,
                targets,
                sheet,
                await TextAsync(form, "agencies", cancellationToken),
                keep,
                new CityChangeRequest
                {
                    By = form["by"],
                    Reason = form["reason"],
                    DryRun = dryRun,
                    Revision = revision,
                }),
            null);
    }

    private static async Task<string?> TextAsync(
        IFormCollection form, string name, CancellationToken cancellationToken)
    {
        if (form.Files.GetFile(name) is not { } file)
        {
            return form.TryGetValue(name, out var text) ? text.ToString() : null;
        }

        using var reader = new StreamReader(file.OpenReadStream(), StrictUtf8);
        return await reader.ReadToEndAsync(cancellationToken);
    }

    private static bool TryFlag(IFormCollection form, string name, out bool value)
    {
        value = false;
        return !form.TryGetValue(name, out var text) || bool.TryParse(text, out value);
    }

    private static Refusal Invalid(string name, string value, string hint) => new(
        ProblemCodes.InvalidParameter,
        $"The field '{Refusals.Shown(name)}' cannot be '{Refusals.Shown(value)}'.",
        hint);
}
