using System.Text;
using Twin.Api.Problems;
using Twin.Model;
using Twin.Model.Dimensions;
using Twin.Model.Observations;
using Twin.Model.Time;

namespace Twin.Api.Observations;

/// <summary>
/// Takes the rows of one report, whatever their format, and sorts them by unit. Checks what can be known without a
/// grain: that texts can be read, that unit and indicator exist, that no row is there twice. For one thread.
/// </summary>
internal sealed class ReportRows(ReportVocabulary vocabulary, Rejections rejections, int maxRows, DateTimeOffset now)
{
    /// <summary>The longest source, in characters.</summary>
    public const int MaxSourceLength = 200;

    private const string DefaultSource = "api";
    private const string PeriodHint =
        "Use an SDMX period: 2025, 2025-S1, 2025-Q3, 2025-06, 2025-06-15 or 2025-01-01/P10M (ten months).";

    private readonly UnitRows?[] _rowsByUnit = new UnitRows?[vocabulary.Units.Length];
    private readonly List<UnitRows> _units = [];
    private readonly List<AmbiguousNumber> _ambiguous = [];
    private readonly DateTimeOffset _now = ResultTimeText.ToUtcMilliseconds(now);
    private readonly Remembered<TimePeriod> _period = new();
    private readonly Remembered<DateTimeOffset> _resultTime = new();
    private readonly Remembered<string> _source = new();
    private readonly Remembered<Breakdown> _breakdown = new();
    private NumberConvention _evidence;
    private FormatTrouble _trouble;

    /// <summary>The codes that rows may use.</summary>
    public ReportVocabulary Vocabulary => vocabulary;

    /// <summary>How many rows there were that said anything, good and bad.</summary>
    public int Count { get; private set; }

    /// <summary>How many are good so far.</summary>
    public int GoodCount { get; private set; }

    /// <summary>The units that have good rows.</summary>
    public IReadOnlyList<UnitRows> Units => _units;

    /// <summary>Takes note of what the file's own form says about its numbers.</summary>
    public void AddEvidence(NumberConvention evidence) => _evidence |= evidence;

    /// <summary>Takes note of trouble that all rows from here on were read with, until told otherwise.</summary>
    public void NoteTrouble(FormatTrouble trouble) => _trouble = trouble;

    /// <summary>Refuses a row that could not be taken apart.</summary>
    public void Reject(int line, Refusal refusal)
    {
        Count++;
        rejections.Add(line, refusal);
    }

    /// <summary>Takes a row.</summary>
    public void Add(int line, scoped in RowFields fields)
    {
        Count++;
        if (Check(line, fields) is { } refusal)
        {
            rejections.Add(line, refusal);
        }
    }

    /// <summary>
    /// Settles, after the last row, what numbers such as <c>1.360</c> mean in this report: as its other numbers are
    /// written, or not at all.
    /// </summary>
    public void Complete()
    {
        foreach (var group in _ambiguous.Where(number => number.IsThere).GroupBy(number => number.Rows))
        {
            var refused = new HashSet<int>();
            foreach (var number in group)
            {
                if (_evidence is NumberConvention.Point or NumberConvention.Comma)
                {
                    number.Settle(_evidence);
                }
                else if (refused.Add(number.Place))
                {
                    rejections.Add(group.Key.LineOf(number.Place), Ambiguity(number));
                }
            }

            GoodCount -= refused.Count;
            group.Key.Remove(refused);
        }

        _units.RemoveAll(rows => rows.Count == 0);
    }

    private static Refusal Ambiguity(AmbiguousNumber number) => new(
        RowCodes.AmbiguousNumber,
        $"'{number.Text}' can be a whole number with a mark between thousands, or a number with three decimals.",
        "Write it without marks between thousands (1360), or with another count of decimals (1.36).");

    private Refusal? Check(int line, scoped in RowFields fields)
    {
        var unit = vocabulary.FindUnit(fields.Unit);
        if (unit < 0)
        {
            return UnknownUnit(fields.Unit);
        }

        var indicator = vocabulary.FindIndicator(fields.Indicator);
        if (indicator < 0)
        {
            return UnknownIndicator(fields.Indicator);
        }

        if (!_period.TryGet(fields.Period, out var period))
        {
            if (!TryReadPeriod(fields.Period, out period))
            {
                return Unreadable(RowCodes.InvalidPeriod, "period", fields.Period, PeriodHint);
            }

            _period.Keep(fields.Period, period);
        }

        if (!StatusText.TryRead(fields.Status, out var status))
        {
            return Unreadable(
                RowCodes.InvalidStatus, "status", fields.Status, "Use A, P, E, M or X, or leave it empty for A.");
        }

        return ReadResultTime(fields.ResultTime, out var resultTime)
            ?? ReadSource(fields.Source, out var source)
            ?? ReadBreakdown(fields.Breakdown, out var breakdown)
            ?? AddNumbers(
                line,
                unit,
                indicator,
                fields,
                new Observation(
                    vocabulary.Indicators[indicator].Code, period, 0, null, status, resultTime, source, breakdown));
    }

    private Refusal? AddNumbers(
        int line, int unit, int indicator, scoped in RowFields fields, Observation observation)
    {
        // A missing value carries no number, so what stands in its cells ("-", "x") is of no matter.
        var isMissing = observation.Status == ObservationStatus.Missing;
        var hasDenominator = !isMissing && !fields.Denominator.IsEmpty;
        var value = default(NumberReading);
        var denominator = default(NumberReading);
        if (!isMissing && ReadNumbers(fields, hasDenominator, out value, out denominator) is { } refusal)
        {
            return refusal;
        }

        var rows = _rowsByUnit[unit];
        if (GoodCount >= maxRows || rows?.Count >= ObservationBatch.MaxObservations)
        {
            return new Refusal(
                RowCodes.TooMany, "The report holds more rows than are taken at once.", "Send the rest in another.");
        }

        if (rows is null)
        {
            rows = _rowsByUnit[unit] = new UnitRows(vocabulary.Units[unit]);
            _units.Add(rows);
        }

        var completed = observation with
        {
            Value = value.ByPoint,
            Denominator = hasDenominator ? denominator.ByPoint : null,
            Notes = ObservationNotes.Of(_trouble | (isMissing ? FormatTrouble.None : TroubleOf(fields))),
        };
        var place = rows.Add(line, indicator, completed);
        if (place >= 0)
        {
            if (vocabulary.Rules.Check(rows.Unit, rows[place], _now) is not { } wrong)
            {
                return Duplicate(rows, place, completed);
            }

            // The earlier row would be refused by the grain, and must not take a good one with it.
            rejections.Add(rows.LineOf(place), wrong);
            rows.Replace(place, line, completed);
        }
        else
        {
            place = rows.Count - 1;
            GoodCount++;
        }

        NoteAmbiguity(rows, place, value, fields.Value, isDenominator: false);
        NoteAmbiguity(rows, place, denominator, fields.Denominator, isDenominator: true);
        return null;
    }

    private static FormatTrouble TroubleOf(scoped in RowFields fields) =>
        NumberText.HasGaps(fields.Value) || NumberText.HasGaps(fields.Denominator)
            ? FormatTrouble.Spaces
            : FormatTrouble.None;

    private static Refusal? ReadNumbers(
        scoped in RowFields fields, bool hasDenominator, out NumberReading value, out NumberReading denominator)
    {
        denominator = default;
        var refusal = ReadNumber("value", fields.ValueName, fields.Value, fields.IsValueJson, out value);
        return refusal is null && hasDenominator
            ? ReadNumber(
                "denominator",
                fields.DenominatorName,
                fields.Denominator,
                fields.IsDenominatorJson,
                out denominator)
            : refusal;
    }

    private void NoteAmbiguity(
        UnitRows rows, int place, NumberReading reading, scoped ReadOnlySpan<byte> text, bool isDenominator)
    {
        _evidence |= reading.Evidence;
        if (reading.IsAmbiguous)
        {
            _ambiguous.Add(new AmbiguousNumber(
                rows, place, rows.LineOf(place), isDenominator, reading, Shown(text)));
        }
    }

    private Refusal? ReadResultTime(scoped ReadOnlySpan<byte> text, out DateTimeOffset resultTime)
    {
        resultTime = _now;
        if (text.IsEmpty || _resultTime.TryGet(text, out resultTime))
        {
            return null;
        }

        if (!ResultTimeText.TryRead(text, out resultTime))
        {
            return Unreadable(
                RowCodes.InvalidResultTime,
                "resultTime",
                text,
                "Use RFC 3339 (2025-07-05T08:30:00+07:00), or a day, 2025-07-05 or 05/07/2025.");
        }

        _resultTime.Keep(text, resultTime);
        return null;
    }

    private Refusal? ReadSource(scoped ReadOnlySpan<byte> text, out string source)
    {
        source = DefaultSource;
        if (text.IsEmpty || (_source.TryGet(text, out var known) && (source = known) is not null))
        {
            return null;
        }

        source = Encoding.UTF8.GetString(text).Normalize(NormalizationForm.FormC);
        if (source.Length > MaxSourceLength || source.Any(char.IsControl))
        {
            return Unreadable(
                RowCodes.InvalidSource, "source", text, $"Use at most {MaxSourceLength} characters of plain text.");
        }

        _source.Keep(text, source);
        return null;
    }

    private Refusal? ReadBreakdown(scoped ReadOnlySpan<byte> text, out Breakdown breakdown)
    {
        breakdown = default;
        if (text.IsEmpty || _breakdown.TryGet(text, out breakdown))
        {
            return null;
        }

        if (text.Length > Breakdown.MaxLength || !Breakdown.TryParse(Encoding.UTF8.GetString(text), out breakdown))
        {
            return Unreadable(
                RowCodes.InvalidBreakdown,
                "breakdown",
                text,
                $"Use DIMENSION=MEMBER, at most {Breakdown.MaxDimensions} with semicolons between; "
                + "see /v1/dimensions for the codes.");
        }

        _breakdown.Keep(text, breakdown);
        return null;
    }

    private static Refusal? ReadNumber(
        string field, string? column, scoped ReadOnlySpan<byte> text, bool isJson, out NumberReading reading)
    {
        if (isJson && NumberText.TryReadJson(text, out var exact))
        {
            reading = new NumberReading(exact, exact, NumberConvention.None);
            return null;
        }

        if (!isJson && NumberText.TryRead(text, out reading))
        {
            return null;
        }

        reading = default;
        var name = column is null ? field : $"column '{Refusals.Shown(column)}'";
        if (text.IsEmpty)
        {
            return new Refusal(
                RowCodes.MissingValue, $"The {name} is empty.", "Send a number, or status M where there is no value.");
        }

        var hint = text.Contains((byte)'%')
            ? "Send the two numbers that the percentage is made of, as value and denominator, without a sign."
            : "Send digits: 1360, 58.6 or 58,6. Leave a row out, or give it status M, where there is no value.";
        return Unreadable(RowCodes.InvalidNumber, name, text, hint);
    }

    private static Refusal Duplicate(UnitRows rows, int earlier, in Observation observation)
    {
        var isSame = rows[earlier] with { Notes = null } == observation with { Notes = null };
        var part = observation.Breakdown.IsNone ? string.Empty : $", of {observation.Breakdown}";
        var difference = isSame ? string.Empty : ", and other numbers";
        return new Refusal(
            RowCodes.DuplicateRow,
            FormattableString.Invariant(
                $"Line {rows.LineOf(earlier)} has the same unit, indicator and period{part}{difference}."),
            isSame ? "It counts once." : "The first stands; send a correction in a report of its own.");
    }

    private static bool TryReadPeriod(scoped ReadOnlySpan<byte> text, out TimePeriod period)
    {
        Span<char> chars = stackalloc char[16];
        period = default;
        return text.Length <= chars.Length
            && Ascii.IsValid(text)
            && TimePeriod.TryParse(chars[..Encoding.ASCII.GetChars(text, chars)], null, out period);
    }

    private static Refusal UnknownUnit(scoped ReadOnlySpan<byte> text) => new(
        RowCodes.UnknownUnit,
        text.IsEmpty ? "The unit is empty." : $"There is no unit '{Shown(text)}'.",
        "Use the code of the General Statistics Office, leading zeros included; see /v1/units.");

    private static Refusal UnknownIndicator(scoped ReadOnlySpan<byte> text) => new(
        RowCodes.UnknownIndicator,
        text.IsEmpty ? "The indicator is empty." : $"There is no indicator '{Shown(text)}'.",
        "See /v1/indicators for the codes.");

    private static Refusal Unreadable(string code, string name, scoped ReadOnlySpan<byte> text, string hint) =>
        new(code, $"The {name} cannot be '{Shown(text)}'.", hint);

    private static string Shown(scoped ReadOnlySpan<byte> text) =>
        Refusals.Shown(Encoding.UTF8.GetString(text[..Math.Min(text.Length, 4 * NumberText.MaxLength)]));
}
