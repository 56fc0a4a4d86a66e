using System.Globalization;
using Twin.Model.Vessels;

namespace Twin.Model.Alerts;

/// <summary>What the program writes into cases, for officers who read Vietnamese.</summary>
internal static class CaseTexts
{
    private static readonly TimeSpan VietnamOffset = TimeSpan.FromHours(7);

    /// <summary>What a case is about.</summary>
    public static string Title(VesselConcern concern) => concern.Kind switch
    {
        VesselConcernKind.Lost => $"{concern.Vessel}: mất liên lạc từ {At(concern.Since)}",
        VesselConcernKind.LongLost => $"{concern.Vessel}: mất liên lạc dài ngày, từ {At(concern.Since)}",
        VesselConcernKind.ClosedArea =>
            $"{concern.Vessel}: khai thác trong khu vực cấm {concern.Zone} từ {At(concern.Since)}",
        VesselConcernKind.ForeignWaters =>
            $"{concern.Vessel}: ở vùng biển nước ngoài từ {At(concern.Since)}",
        _ => $"{concern.Vessel}: khai thác sai vùng ({concern.Zone}) từ {At(concern.Since)}",
    };

    /// <summary>That its episode is over.</summary>
    public static string Over(CaseSubject subject) => subject.Zone is null
        ? "Tàu đã có tín hiệu trở lại."
        : $"Tàu đã rời khu vực {subject.Zone}.";

    private static string At(DateTimeOffset at) =>
        at.ToOffset(VietnamOffset).ToString("HH:mm dd/MM/yyyy", CultureInfo.InvariantCulture);
}
