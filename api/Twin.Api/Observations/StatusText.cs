using System.Collections.Frozen;
using System.Text;
using Twin.Api.Text;
using Twin.Model.Observations;

namespace Twin.Api.Observations;

/// <summary>Reads an observation status: the SDMX letter, or the English or Vietnamese word.</summary>
internal static class StatusText
{
    private const int MaxLength = 40;

    private static readonly FrozenDictionary<string, ObservationStatus> Words =
        new Dictionary<string, ObservationStatus>(StringComparer.Ordinal)
        {
            ["a"] = ObservationStatus.Normal,
            ["normal"] = ObservationStatus.Normal,
            ["chinh thuc"] = ObservationStatus.Normal,
            ["p"] = ObservationStatus.Provisional,
            ["provisional"] = ObservationStatus.Provisional,
            ["so bo"] = ObservationStatus.Provisional,
            ["tam tinh"] = ObservationStatus.Provisional,
            ["e"] = ObservationStatus.Estimated,
            ["estimated"] = ObservationStatus.Estimated,
            ["uoc tinh"] = ObservationStatus.Estimated,
            ["m"] = ObservationStatus.Missing,
            ["missing"] = ObservationStatus.Missing,
            ["khong co so lieu"] = ObservationStatus.Missing,
            ["x"] = ObservationStatus.Demo,
            ["demo"] = ObservationStatus.Demo,
            ["minh hoa"] = ObservationStatus.Demo,
        }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Reads a status; an empty text is a normal one.</summary>
    public static bool TryRead(ReadOnlySpan<byte> text, out ObservationStatus status)
    {
        status = ObservationStatus.Normal;
        return text switch
        {
            [] or [(byte)'A'] => true,
            { Length: > MaxLength } => false,
            _ => Words.TryGetValue(FoldedText.Fold(Encoding.UTF8.GetString(text)), out status),
        };
    }

    /// <summary>The letter of a status.</summary>
    public static string LetterOf(ObservationStatus status) => status switch
    {
        ObservationStatus.Normal => "A",
        ObservationStatus.Provisional => "P",
        ObservationStatus.Estimated => "E",
        ObservationStatus.Missing => "M",
        _ => "X",
    };
}
