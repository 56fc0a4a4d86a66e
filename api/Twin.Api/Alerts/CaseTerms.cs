using Twin.Api.Problems;
using Twin.Api.Requests;
using Twin.Model;
using Twin.Model.Alerts;

namespace Twin.Api.Alerts;

/// <summary>What a person says of a case, once it has been checked.</summary>
/// <param name="By">Who says it.</param>
/// <param name="Text">A comment; empty for none.</param>
/// <param name="Contact">A call; <c>null</c> for none.</param>
internal readonly record struct CaseTerms(string By, string Text, CaseContact? Contact)
{
    /// <summary>Reads it; or says why it cannot be.</summary>
    public static Refusal? Read(CaseRequest body, bool isOpening, out CaseTerms terms)
    {
        var (by, text) = (string.Empty, string.Empty);
        var refusal = Misplaced(body, isOpening)
            ?? PersonText.ReadName(body.By, "by", out by)
            ?? PersonText.ReadText(body.Text, "text", isRequired: false, out text)
            ?? PersonText.ReadText(body.Assignee, "assignee", isRequired: false, out _);
        terms = default;
        if (refusal is not null)
        {
            return refusal;
        }

        CaseContact? contact = null;
        if (body.Contact is { } call)
        {
            refusal = PersonText.ReadName(call.Who, "contact.who", out var who);
            if (refusal is not null)
            {
                return refusal;
            }

            if (call.Channel is not { } channel || call.IsReached is not { } isReached)
            {
                return new Refusal(
                    ProblemCodes.MissingParameter,
                    "The member 'contact' lacks channel or isReached.",
                    $"Give channel ({string.Join(", ", AlertParameters.Names<CaseChannel>())}), who and isReached.");
            }

            contact = new CaseContact(channel, who, isReached);
        }

        terms = new CaseTerms(by, text, contact);
        return null;
    }

    private static Refusal? Misplaced(CaseRequest body, bool isOpening)
    {
        if (isOpening)
        {
            return body.Contact is null && body.Resolution is null
                ? null
                : Refusals.InvalidParameter(
                    "contact", string.Empty, "Open the case first; calls and the end are events of it.");
        }

        return body.Title is null && body.Unit is null && body.Alert is null && body.Vessel is null
            ? null
            : Refusals.InvalidParameter(
                "title", body.Title ?? string.Empty, "Title, unit, alert and vessel are said at the opening.");
    }
}
