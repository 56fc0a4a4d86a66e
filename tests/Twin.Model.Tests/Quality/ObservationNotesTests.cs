using Twin.Model.Observations;
using Twin.Model.Quality;

namespace Twin.Model.Tests.Quality;

public sealed class ObservationNotesTests
{
    private static readonly QualityFinding Finding = new("jump-far", QualityRuleKind.Jump, 58.6, -0.1, 1e300);

    public static TheoryData<string, ObservationNotes> Kinds => new()
    {
        { "trouble in reading", new ObservationNotes { Format = FormatTrouble.Spaces | FormatTrouble.LegacyEncoding } },
        { "held", new ObservationNotes { Held = Finding } },
        { "held beyond numbers", new ObservationNotes { Held = Finding with { Measure = double.PositiveInfinity } } },
        { "held, with trouble", new ObservationNotes { Format = FormatTrouble.AmbiguousMark, Held = Finding } },
        { "discarded", Decided(QuarantineDecisionKind.Discard, "sai đơn vị tính") },
        { "released, with marks of our own in the comment", Decided(QuarantineDecisionKind.Release, "a;d=1,2;f=3") },
        { "corrected, with a line break", Decided(QuarantineDecisionKind.Correct, "một\nhai") },
    };

    [Theory]
    [MemberData(nameof(Kinds))]
    public void They_come_back_from_their_text(string name, ObservationNotes notes)
    {
        var isRead = ObservationNotes.TryParse(notes.ToString(), out var read);

        Assert.True(isRead, name);
        Assert.Equal(notes, read);
    }

    [Theory]
    [InlineData("")]
    [InlineData("f=0")]
    [InlineData("f=16")]
    [InlineData("f=-1")]
    [InlineData("h=,1,2,3,4")]
    [InlineData("h=rule,99,2,3,4")]
    [InlineData("h=rule,1,x,3,4")]
    [InlineData("d=7,1,why")]
    [InlineData("d=1,-1,why")]
    [InlineData("x=1")]
    [InlineData("f=1;;f=2")]
    public void Nothing_else_is_read(string text) => Assert.False(ObservationNotes.TryParse(text, out _));

    [Fact]
    public void What_is_held_or_discarded_does_not_count_and_all_else_does()
    {
        Assert.False(new ObservationNotes { Held = Finding }.Counts);
        Assert.False(Decided(QuarantineDecisionKind.Discard, "x").Counts);
        Assert.True(Decided(QuarantineDecisionKind.Release, "x").Counts);
        Assert.True(Decided(QuarantineDecisionKind.Correct, "x").Counts);
        Assert.True(new ObservationNotes { Format = FormatTrouble.Spaces }.Counts);
    }

    [Fact]
    public void Of_what_was_reported_only_trouble_in_reading_is_left()
    {
        var held = new ObservationNotes { Format = FormatTrouble.Spaces, Held = Finding };

        Assert.Equal(new ObservationNotes { Format = FormatTrouble.Spaces }, held.AsReported());
        Assert.Null(new ObservationNotes { Held = Finding }.AsReported());
    }

    private static ObservationNotes Decided(QuarantineDecisionKind kind, string comment) =>
        new() { Decision = new QuarantineDecision(kind, 48_213, comment) };
}
